import ConfluenceModel
import ConfluenceStore

/// What lies below content, and what it was in its versions.
extension ContentLoader {
    /// How many rows an expanded part shows.
    private static let childLimit = 25
    private static let childPaging = Paging(start: 0, limit: childLimit)

    /// A list for each kind that is asked for by name.
    func children(of record: ContentRecord, kinds expansion: Expansion) throws -> [ContentKind: Rows<ContentDetails>] {
        try lists(expansion) { kind, parts in
            // Below content stand the tops of its threads, below a comment what answers it.
            if kind == .comment { return try comments(below: record, parts, limit: Self.childLimit + 1) }
            return try store.children(of: record.id, kind: kind, visibleTo: viewer, limit: Self.childLimit + 1)
                .map { try load($0, parts) }
        }
    }

    func descendants(of id: Int64, kinds expansion: Expansion) throws -> [ContentKind: Rows<ContentDetails>] {
        try lists(expansion) { kind, parts in
            try store.descendants(of: id, kinds: [kind], visibleTo: viewer, limit: Self.childLimit + 1)
                .map { try load($0.content, parts) }
        }
    }

    private func lists(
        _ expansion: Expansion, _ find: (ContentKind, Expansion) throws -> [ContentDetails]
    ) rethrows -> [ContentKind: Rows<ContentDetails>] {
        var lists: [ContentKind: Rows<ContentDetails>] = [:]
        for kind in style.childKinds where expansion.contains(kind.rawValue) {
            lists[kind] = Rows(try find(kind, expansion[kind.rawValue]), paging: Self.childPaging)
        }
        return lists
    }

    /// Whether there is something of each kind that is asked for; `all` asks for every kind.
    func childTypes(of id: Int64, _ expansion: Expansion) throws -> [ContentKind: Bool] {
        var types: [ContentKind: Bool] = [:]
        for kind in style.childKinds where expansion.contains(kind.rawValue) || expansion.contains("all") {
            types[kind] = try !store.children(of: id, kind: kind, visibleTo: viewer, limit: 1).isEmpty
        }
        return types
    }

    func load(_ version: VersionRecord, of content: ContentRecord, _ expansion: Expansion) throws -> VersionDetails {
        var details = VersionDetails(version: version, content: content, expansion: expansion)
        if expansion.contains("content"), let old = try store.content(content, inVersion: version.number) {
            details.old = try load(
                old, expansion["content"], isHistorical: version.number != content.version.number)
        }
        return details
    }
}
