import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Foundation

/// Sends requests within the limits of a diagnosis, never the same one twice, and keeps a log without secrets.
struct Wire: Sendable {
    private let send: Send
    private let budget: Int
    private let maxFailedLogins: Int
    private let redactor: Redactor
    private var answers: [Request: Answer] = [:]
    /// The clock here, where a caller lends one.
    private let date: @Sendable () -> Date?
    /// How far the site's clock is ahead, in the first answer that tells the time.
    private(set) var skew: ClockSkew?
    /// The values of headers that carried secrets, to be taken out of what a site echoes.
    private(set) var shown: Set<String> = []
    private(set) var records: [ProbeRecord] = []
    private(set) var requests = 0
    private(set) var failedLogins = 0

    enum Answer: Sendable {
        case response(Response)
        case failure(TransportFailure)

        var response: Response? {
            if case .response(let response) = self { response } else { nil }
        }
    }

    /// What stood in the way of an answer, if anything did.
    static func obstacle(_ answer: Answer, to request: Request) -> Obstacle? {
        switch answer {
        case .failure(let failure): .failure(failure)
        case .response(let response): Obstacle(response, to: request.url)
        }
    }

    init(
        send: @escaping Send, options: DiagnosisOptions, redactor: Redactor,
        date: @escaping @Sendable () -> Date? = { nil }
    ) {
        self.send = send
        self.date = date
        budget = options.offline ? 0 : options.budget
        maxFailedLogins = options.maxFailedLogins
        self.redactor = redactor
    }

    var now: Date? { date() }
    var remaining: Int { budget - requests }
    var mayFailLogin: Bool { failedLogins < maxFailedLogins }
    func knows(_ request: Request) -> Bool { answers[request] != nil }

    /// The answer to a request; `nil` once the budget is used up.
    mutating func ask(_ words: String, _ request: Request) async -> Answer? {
        if let known = answers[request] { return known }
        guard remaining > 0 else { return nil }
        requests += 1
        for name in ["Authorization", "Cookie"] {
            guard let value = request.headers[name] else { continue }
            shown.insert(value)
            if let blank = value.firstIndex(of: " ") { shown.insert(String(value[value.index(after: blank)...])) }
        }
        let answer: Answer
        do {
            answer = .response(try await send(request.asToolkit))
        } catch let failure as TransportFailure {
            answer = .failure(failure)
        } catch {
            answer = .failure(.other(host: request.url.host, reason: "\(error)"))
        }
        if skew == nil, let response = answer.response, let now {
            skew = ClockSkew(response.headers, now: now)
        }
        answers[request] = answer
        records.append(
            ProbeRecord(
                question: redactor.redact(words), request: redactor.redact("\(request.method) \(request.url)"),
                answer: redactor.redact(answer.words)))
        return answer
    }

    mutating func countFailedLogin() {
        failedLogins += 1
    }
}

extension Request {
    /// The request under the toolkit's own name: firewalls go by it.
    fileprivate var asToolkit: Request {
        var request = self
        if request.headers["User-Agent"] == nil { request.headers["User-Agent"] = ConfluenceClient.userAgent }
        return request
    }
}

extension Wire.Answer {
    /// The status, what tells who was recognised, and the beginning of what a reader would look at.
    fileprivate var words: String {
        switch self {
        case .failure(let failure): return "\(failure)"
        case .response(let response):
            var words = "\(response.status)"
            for name in ["X-AUSERNAME", "X-Seraph-LoginReason", "X-Failure-Category"] {
                if let value = response.headers[name] { words += ", \(name): \(value.prefix(60))" }
            }
            if (300...399).contains(response.status) { return words + ", to \(response.redirectTarget)" }
            guard let body = try? JSONReader.read(response.body, depthLimit: 64) else {
                return words + ", \(response.pageTitle)"
            }
            let message =
                body["message"]?.stringValue ?? body["error"]?.stringValue ?? body["errors"]?[0]?["title"]?.stringValue
            return message.map { words + ", “\($0.prefix(160))”" } ?? words
        }
    }
}
