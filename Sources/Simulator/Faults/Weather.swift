import ConfluenceModel
import ConfluenceWire

/// What the faults that struck make of one request and its answer.
struct Weather: Sendable {
    /// The faults that struck, by name.
    private(set) var faults: [String] = []
    /// What is answered in the site's place.
    private(set) var answer: Response?
    private(set) var clockSkew = 0
    /// What the caller's token is taken to be.
    private(set) var token: FaultRule.TokenFault?
    private var status: Int?
    private var headers: [FaultRule.HeaderField] = []
    private var delayMilliseconds = 0
    private var cut: Cut?

    /// What becomes of the body, known as soon as there is one.
    private enum Cut: Sendable {
        case drop(afterHead: Bool)
        case truncate(Double)
        case halve(Double)
        case drip(bytes: Int, milliseconds: Int)
    }

    static let fair = Weather()

    /// For the journal.
    var words: String? {
        guard !faults.isEmpty else { return nil }
        let names = faults.map { "“\($0)”" }.joined(separator: ", ")
        return (faults.count == 1 ? "the fault " : "the faults ") + names + " struck"
    }

    mutating func add(_ rule: FaultRule) {
        faults.append(rule.name)
        switch rule.effect {
        case .answer(let answer):
            self.answer = self.answer ?? Self.response(answer)
        case .redirect(let status, let target):
            answer = answer ?? Response(status: status, headers: ["Location": target])
        case .change(let status, let headers):
            self.status = status ?? self.status
            self.headers += headers
        case .delay(let milliseconds): delayMilliseconds += milliseconds
        case .drop(let afterHead): cut = cut ?? .drop(afterHead: afterHead)
        case .truncate(let share): cut = cut ?? .truncate(share)
        case .halve(let share): cut = cut ?? .halve(share)
        case .drip(let bytes, let milliseconds): cut = cut ?? .drip(bytes: bytes, milliseconds: milliseconds)
        case .clockSkew(let seconds): clockSkew += seconds
        case .token(let state): token = token ?? state
        // These hold for the whole site, whoever asks.
        case .certificate, .setting: break
        }
    }

    /// The answer as it leaves.
    func deliver(_ response: Response) -> Delivery {
        var response = response
        if let status { response.status = status }
        for field in headers { response.headers[field.name] = field.value }
        var delivery = Delivery(response: response, delayMilliseconds: delayMilliseconds)
        let size = Double(response.body.count)
        switch cut {
        case .drop(let afterHead): delivery.connection = .dropped(afterHead: afterHead)
        case .truncate(let share): delivery.connection = .truncated(bytes: Int(size * share))
        case .halve(let share):
            delivery.response.body = Array(response.body.prefix(Int(size * share)))
            delivery.response.headers["Content-Length"] = nil
        case .drip(let bytes, let milliseconds):
            delivery.connection = .dripping(bytes: bytes, milliseconds: milliseconds)
        case nil: break
        }
        return delivery
    }

    private static func response(_ answer: FaultRule.Answer) -> Response {
        var headers = Headers()
        for field in answer.headers { headers.add(field.name, field.value) }
        return Response(status: answer.status, headers: headers, body: Array(answer.body.utf8))
    }
}
