import ConfluenceTesting
import ConfluenceWire
import Testing

/// Short ways to ask Acme's site about what hangs on its pages.
extension ConfluenceSite {
    /// The answer's body, where it is a success.
    func read(
        _ path: String, _ method: Request.Method = .get, _ query: [String: String] = [:], as user: String = "mira",
        body: JSON? = nil, expect status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        let answer = try ask(path, method, query: items, as: user, body: body)
        #expect(
            answer.status == status, "\(method) \(path) answered \(answer.status): \(answer.text)",
            sourceLocation: sourceLocation)
        return answer.body.isEmpty ? .null : try JSONReader.read(answer.body)
    }

    func spaceID(_ key: String) throws -> String {
        try read("/rest/api/space/\(key)").number("id").map(String.init) ?? ""
    }
}

extension JSON {
    /// The values of a member of each of the results.
    func results(_ name: String) -> [String] { self["results"]?.arrayValue?.compactMap { $0[name]?.stringValue } ?? [] }

    func number(_ names: String...) -> Int64? {
        names.reduce(self as JSON?) { $0?[$1] }?.integerValue
    }

    func text(_ names: String...) -> String? {
        names.reduce(self as JSON?) { $0?[$1] }?.stringValue
    }
}
