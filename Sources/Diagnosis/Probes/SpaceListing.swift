import ConfluenceWire

/// What a site lists of the spaces that an account sees, as far as that was read.
struct SpaceListing: Sendable {
    var spaces: [Space]
    /// Where the list goes on, by the query of its next part.
    var next: [QueryItem]?
    let path: String

    var isWhole: Bool { next == nil }

    struct Space: Sendable {
        var key: String
        var name: String
    }

    /// `nil` for what is no list.
    init?(_ response: Response, of path: String) {
        guard response.isSuccess, let body = response.json, let results = body["results"]?.arrayValue else {
            return nil
        }
        self.path = path
        // A search lists its hits, each with what was hit.
        spaces = results.compactMap { entry in
            let space = entry["space"] ?? entry
            return space["key"]?.stringValue.map { Space(key: $0, name: space["name"]?.stringValue ?? "") }
        }
        next = body["_links"]?["next"]?.stringValue.flatMap { link in
            link.firstIndex(of: "?").map { QueryItem.parse(String(link[link.index(after: $0)...])) }
        }
    }
}
