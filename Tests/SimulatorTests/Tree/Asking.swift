import ConfluenceTesting
import ConfluenceWire
import Testing

extension ConfluenceSite {
    /// The JSON of an answer that must be a success.
    func json(
        _ path: String,
        _ method: Request.Method = .get,
        _ query: [String: String] = [:],
        as user: String? = "mira",
        body: JSON? = nil,
        location: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        let answer = try ask(path, method, query: items, as: user, body: body)
        #expect(
            answer.isSuccess, "\(method) \(path) answered \(answer.status): \(answer.text)", sourceLocation: location)
        return answer.body.isEmpty ? .null : try JSONReader.read(answer.body)
    }

    /// The status of an answer.
    func status(
        _ path: String,
        _ method: Request.Method = .get,
        _ query: [String: String] = [:],
        as user: String? = "mira",
        body: JSON? = nil
    ) throws -> Int {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        return try ask(path, method, query: items, as: user, body: body).status
    }
}

extension JSON {
    /// The texts that the rows of a list have under a name.
    func column(_ name: String) -> [String] {
        self["results"]?.arrayValue?.compactMap { $0[name]?.stringValue } ?? []
    }
}
