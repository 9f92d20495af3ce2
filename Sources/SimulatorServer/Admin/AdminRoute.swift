import ConfluenceWire

/// One method and path of the admin API, with what it is for; the table of them also makes its documentation.
struct AdminRoute: Sendable, CustomStringConvertible {
    let method: Request.Method
    /// Below `/__sim`; `{…}` stands for one segment.
    let path: String
    /// What it does, in a sentence.
    let summary: String
    let query: [Field]
    /// A body that the route takes, as JSON; `nil` where it takes none.
    let body: String?
    let answer: @Sendable (AdminCall) throws -> JSON

    /// An item of the query with what it means.
    struct Field: Sendable, Hashable {
        var name: String
        var words: String

        init(_ name: String, _ words: String) {
            self.name = name
            self.words = words
        }
    }

    init(
        _ method: Request.Method,
        _ path: String,
        _ summary: String,
        query: [Field] = [],
        body: String? = nil,
        answer: @escaping @Sendable (AdminCall) throws -> JSON
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.query = query
        self.body = body
        self.answer = answer
    }

    /// The whole API. A part that is added gets a list of its own, beside these.
    static let all: [AdminRoute] = overview + journal + clock + acts + faults + contents + rights + states + webhooks

    var description: String { "\(method) \(AdminDesk.root)\(path)" }

    /// The decoded values of the places, or `nil` when the path is another one.
    func match(_ parts: [Substring]) -> [String: String]? {
        let segments = path.split(separator: "/")
        guard segments.count == parts.count else { return nil }
        var places: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            if segment.hasPrefix("{") {
                places[String(segment.dropFirst().dropLast())] = PercentEncoding.decode(part)
            } else if segment != part {
                return nil
            }
        }
        return places
    }
}
