import GRDB

/// A query that gives the ids of all content that meets a test, without looking at the rest.
struct RowSource {
    var query: SQL

    /// Whether the ids come in descending order for nothing, so that a page can be read without reading all.
    var isOrdered: Bool

    /// Whether all that it gives meets the test, so that no row of it need be tested again.
    var isExact = false
}

extension RowTest {
    /// The way in through an index; `nil` where each row has to be looked at.
    var source: RowSource? {
        switch self {
        case .ids(let ids): RowSource(query: "SELECT id FROM content WHERE id IN \(ids)", isOrdered: false)
        case .parents(let ids), .containers(let ids):
            RowSource(
                query: "SELECT id FROM content INDEXED BY content_by_parent WHERE parentID IN \(ids)",
                isOrdered: false)
        case .ancestors(let ids): RowSource(query: Self.below(ids), isOrdered: false)
        case .kinds([], let customTypes):
            Self.each(customTypes) {
                "SELECT id FROM content INDEXED BY content_by_custom_type WHERE customType = \($0)"
            }
        case .kinds(let kinds, let customTypes) where customTypes.isEmpty && !kinds.contains("page"):
            Self.each(kinds) {
                "SELECT id FROM content INDEXED BY content_besides_pages WHERE kind != 'page' AND kind = \($0)"
            }
        case .subtypes(let names):
            Self.each(names) { "SELECT id FROM content INDEXED BY content_by_subtype WHERE subtype = \($0)" }
        case .spaces(let ids):
            Self.each(ids) { "SELECT id FROM content INDEXED BY content_of_space WHERE spaceID = \($0)" }
        case .labels(let ids):
            Self.each(ids) {
                "SELECT contentID AS id FROM content_labels INDEXED BY content_labels_by_label WHERE labelID = \($0)"
            }
        case .creators(let ids):
            Self.each(ids) { "SELECT id FROM content INDEXED BY content_by_creator WHERE creatorID = \($0)" }
        case .contributors(let ids):
            RowSource(
                query: """
                    SELECT DISTINCT contentID AS id FROM content_versions INDEXED BY content_versions_by_author
                    WHERE authorID IN \(ids)
                    """, isOrdered: false)
        case .mentions(let ids):
            Self.each(ids) { "SELECT contentID AS id FROM content_mentions WHERE userID = \($0)" }
        case .favourites(let ids):
            Self.each(ids) { "SELECT contentID AS id FROM favourite_content WHERE userID = \($0)" }
        case .watchers(let ids):
            Self.each(ids) {
                "SELECT contentID AS id FROM content_watches INDEXED BY content_watches_by_user WHERE userID = \($0)"
            }
        case .macros(let names):
            Self.each(names) { "SELECT contentID AS id FROM content_macros WHERE name = \($0)" }
        case .title(let key):
            RowSource(
                query: "SELECT id FROM content INDEXED BY content_by_title WHERE titleKey = \(key)", isOrdered: false)
        case .created(let moments) where moments.from != nil:
            RowSource(
                query:
                    "SELECT c.id FROM content c INDEXED BY content_by_creation WHERE \(moments.check("c.createdAt"))",
                isOrdered: false)
        case .modified(let moments) where moments.from != nil:
            RowSource(
                query: "SELECT c.id FROM content c INDEXED BY content_by_change WHERE \(moments.check("c.modifiedAt"))",
                isOrdered: false)
        default: nil
        }
    }

    /// Beyond so many values, merging their lists costs more than it saves.
    private static let mostMerged = 8

    /// The lists of all values merged into one, each content once.
    private static func each<Value: Hashable>(_ values: [Value], _ list: (Value) -> SQL) -> RowSource? {
        var seen: Set<Value> = []
        let lists = values.filter { seen.insert($0).inserted }.map(list)
        guard !lists.isEmpty else { return nil }
        return RowSource(query: lists.joined(separator: " UNION "), isOrdered: lists.count <= mostMerged, isExact: true)
    }

    private static func below(_ ids: [Int64]) -> SQL {
        """
        WITH RECURSIVE below (id) AS (
          SELECT id FROM content INDEXED BY content_by_parent
          WHERE parentID IN \(ids) AND kind NOT IN ('comment', 'attachment', 'custom')
          UNION
          SELECT p.id FROM below b JOIN content p ON p.parentID = b.id WHERE p.kind NOT IN ('comment', 'attachment', 'custom')
        ) SELECT id FROM below
        """
    }
}
