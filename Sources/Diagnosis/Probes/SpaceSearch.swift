import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Looks for a space in a list that is too long to be read with one request.
enum SpaceSearch {
    /// So many more parts of a list are read at most.
    private static let parts = 5
    /// So many requests are left to the questions that come after it.
    private static let reserve = 4

    /// The spaces that the text may mean, asked for by the keys that it nearly is, and by its name.
    static func likely(_ text: String, _ chart: Chart, _ wire: inout Wire) async -> [SpaceListing.Space] {
        let word = text.trimmingEdges()
        var seen: Set<String> = [text]
        let keys = [word.uppercased(), word.lowercased(), word, "~\(word)", "~\(word.lowercased())"].filter {
            !$0.contains(where: \.isWhitespace) && seen.insert($0).inserted
        }
        let (path, name) = chart.version == .one ? ("rest/api/space", "spaceKey") : ("api/v2/spaces", "keys")
        let items = keys.map { QueryItem(name, $0) } + [QueryItem("limit", "\(max(1, keys.count))")]
        let found = keys.isEmpty ? [] : await ask(path, items, chart, &wire)?.spaces ?? []
        // Not every release looks at the keys that are asked for.
        guard !found.contains(where: { keys.contains($0.key) }), chart.version == .one else { return found }
        let quoted = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let cql = [QueryItem("cql", "type = space and title ~ \"\(quoted)\""), QueryItem("limit", "50")]
        return await ask("rest/api/search", cql, chart, &wire)?.spaces ?? []
    }

    /// The list with its next parts, until one holds what is looked for.
    static func goOn(
        _ listing: SpaceListing, _ chart: Chart, _ wire: inout Wire, until isFound: ([SpaceListing.Space]) -> Bool
    ) async -> SpaceListing {
        var whole = listing
        for _ in 0..<parts {
            guard let next = whole.next, wire.remaining > reserve,
                let part = await ask(whole.path, next, chart, &wire), !part.spaces.isEmpty
            else { break }
            whole.spaces += part.spaces
            whole.next = part.next == next ? nil : part.next
            if isFound(part.spaces) { break }
        }
        return whole
    }

    private static func ask(
        _ path: String, _ query: [QueryItem], _ chart: Chart, _ wire: inout Wire
    ) async -> SpaceListing? {
        guard wire.remaining > reserve, let request = chart.configuration.request(path, query: query),
            let response = await wire.ask(chart.version.words(.visibleSpaces), request)?.response
        else { return nil }
        return SpaceListing(response, of: path)
    }
}
