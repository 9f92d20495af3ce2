import ConfluenceModel
import GRDB

/// A piece of content with how far below another it lies: 1 for what lies right below it.
package struct Descendant: Sendable, Hashable {
    package var content: ContentRecord
    package var depth: Int
}

extension StoreReader {
    /// In which order a tree is told.
    package enum TreeOrder: Sendable {
        /// Each page is followed by all below it.
        case pageByPage
        /// All that is nearer comes before what is further down.
        case levelByLevel
    }

    /// The current content below a piece of content that has a place in the tree of its space, whoever asks.
    package func tree(below id: Int64) throws -> [ContentRecord] {
        try descendants(of: id, visibleTo: nil, order: .pageByPage, limit: Int(Int32.max)).map(\.content)
    }

    /// The current content right below, of every kind that has a place in a tree.
    package func directChildren(
        of id: Int64, visibleTo viewer: Viewer, order: ContentFilter.Order = .position, behind: ContentPlace? = nil,
        offset: Int = 0, limit: Int
    ) throws -> [ContentRecord] {
        let filter = ContentFilter(kinds: ContentKind.ofTree, parentID: id, order: order, behind: behind)
        return try contents(filter, visibleTo: viewer, offset: offset, limit: limit)
    }

    /// What lies below content and the viewer may view; `nil` as viewer leaves out nothing.
    package func descendants(
        of id: Int64, kinds: Set<ContentKind> = ContentKind.ofTree, visibleTo viewer: Viewer?, depth: Int = 1000,
        order: TreeOrder = .pageByPage, offset: Int = 0, limit: Int
    ) throws -> [Descendant] {
        let visible: SQL = try viewer.map { try ViewFilter($0, self).content("c") } ?? "TRUE"
        let inTree = ContentKind.ofTree.map(\.rawValue).sorted()
        let parts = kinds.subtracting(ContentKind.ofTree).map(\.rawValue).sorted()
        let rowOrder: SQL = order == .levelByLevel ? "t.depth, t.path" : "t.path"
        // What hangs on a page comes with the page, so it is as deep as what lies right below that.
        return try all(
            """
            WITH RECURSIVE line (id, depth, path) AS (
              SELECT \(id), 0, ''
              UNION ALL
              SELECT c.id, l.depth + 1, l.path || printf('%010d%019d', c.position, c.id)
              FROM content c JOIN line l ON c.parentID = l.id
              WHERE c.kind IN \(inTree) AND c.status = 'current' AND l.depth < \(depth)
            ), tree (id, depth, path) AS (
              SELECT id, depth, path FROM line WHERE depth > 0
              UNION ALL
              SELECT c.id, l.depth + 1, l.path || printf('%010d%019d', c.position, c.id)
              FROM content c JOIN line l ON c.parentID = l.id
              WHERE c.kind IN \(parts) AND c.status = 'current' AND l.depth < \(depth)
            )
            \(sql: ContentRow.columns), t.depth \(sql: ContentRow.tables) JOIN tree t ON t.id = c.id \
            WHERE c.kind IN \(kinds.map(\.rawValue).sorted()) AND \(visible) \
            ORDER BY \(rowOrder) LIMIT \(limit) OFFSET \(offset)
            """
        ) { row in
            try decodeContent(row).map { Descendant(content: $0, depth: row[ContentRow.count]) }
        }.compactMap { $0 }
    }
}
