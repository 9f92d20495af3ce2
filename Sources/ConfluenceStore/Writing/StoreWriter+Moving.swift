import ConfluenceModel
import GRDB

/// Where content is to have its place in a tree.
package enum TreePlace: Sendable, Hashable {
    case lastChild(of: Int64)
    case before(Int64)
    case after(Int64)
    /// At the end of the top level of a space.
    case root(ofSpace: Int64)
}

extension StoreWriter {
    /// Moves content with all below it, also into another space.
    package func move(_ id: Int64, to place: TreePlace) throws {
        let content = try existing(id)
        let (parentID, spaceID) = try destination(place)
        if let parentID {
            let line = try reader.ancestors(of: parentID).map(\.id) + [parentID]
            guard !line.contains(id) else { throw StoreError.parentBelowItself(id) }
        }
        if spaceID != content.spaceID { try carry(content, into: spaceID) }
        try run("UPDATE content SET parentID = ? WHERE id = ?", [parentID, id])
        var siblings = try children(of: parentID, in: spaceID).filter { $0 != id }
        siblings.insert(id, at: Self.index(of: place, among: siblings))
        for (position, sibling) in siblings.enumerated() {
            try run("UPDATE content SET position = ? WHERE id = ? AND position != ?", [position, sibling, position])
        }
        try rebuildGuards(below: id)
    }

    private func destination(_ place: TreePlace) throws -> (parentID: Int64?, spaceID: Int64) {
        switch place {
        case .root(let spaceID): return (nil, spaceID)
        case .lastChild(let id): return (id, try existing(id).spaceID)
        case .before(let id), .after(let id):
            let target = try existing(id)
            return (target.parentID, target.spaceID)
        }
    }

    private static func index(of place: TreePlace, among siblings: [Int64]) -> Int {
        switch place {
        case .before(let id): siblings.firstIndex(of: id) ?? siblings.count
        case .after(let id): siblings.firstIndex(of: id).map { $0 + 1 } ?? siblings.count
        case .lastChild, .root: siblings.count
        }
    }

    private func children(of parentID: Int64?, in spaceID: Int64) throws -> [Int64] {
        let kinds = ContentKind.ofTree.map(\.rawValue).sorted()
        return try reader.all(
            """
            SELECT id FROM content WHERE parentID IS \(parentID) AND kind IN \(kinds) AND status != 'trashed'
            AND spaceID = \(spaceID) ORDER BY position, id
            """
        ) { $0[0] }
    }

    /// Takes content, all below it and all that hangs on any of it into another space.
    private func carry(_ content: ContentRecord, into spaceID: Int64) throws {
        let tree = try [content] + reader.tree(below: content.id)
        for page in tree where page.kind == .page && page.status != .trashed {
            try requireFreeTitle(page.title, in: spaceID, for: page.id)
        }
        try run(
            """
            WITH RECURSIVE line (id) AS (
              SELECT ? UNION SELECT c.id FROM content c JOIN line l ON c.parentID = l.id
            ) UPDATE content SET spaceID = ? WHERE id IN (SELECT id FROM line)
            """, [content.id, spaceID])
        try run("UPDATE spaces SET homepageID = NULL WHERE homepageID = ? AND id != ?", [content.id, spaceID])
    }
}
