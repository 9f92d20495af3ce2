import ConfluenceModel
import GRDB

/// Chooses how a search goes through its rows, so that a page costs little however much the site holds.
///
/// SQLite can't know how many rows a clause lets through; this counts a few of each and takes the narrowest way in.
struct SearchPlanner {
    /// So many rows are looked at one by one without being felt.
    private static let few = 1000

    let reader: StoreReader
    let context: SearchContext

    func plan(_ condition: SearchCondition, for rows: SearchRows, order: SearchOrder) throws -> SearchPlan {
        let scope = try scope(of: rows)
        guard rows == .content else {
            return SearchPlan(
                rows: rows, way: .everything, conditions: [scope, sql(condition, on: rows, rowsAreFew: false)],
                order: order)
        }
        let texts = TextGroup(condition.conjuncts)
        let way = try way(into: condition.conjuncts, texts, order)
        var rest = condition.conjuncts
        if case .text = way, let texts { rest = texts.others }
        var areFew = false
        if case .list(let source, _) = way { areFew = try size(of: source) <= Self.few }
        return SearchPlan(
            rows: rows, way: way, conditions: [scope] + rest.map { sql($0, on: rows, rowsAreFew: areFew) },
            order: order)
    }

    // MARK: The way in

    private func way(
        into conjuncts: [SearchCondition], _ texts: TextGroup?, _ order: SearchOrder
    ) throws -> SearchPlan.Way {
        let tests = conjuncts.compactMap { if case .test(let test) = $0 { test } else { nil } }
        if tests.contains(where: { if case .never = $0 { true } else { false } }) { return .none }
        var lists: [(source: RowSource, size: Int, isOfSpaces: Bool)] = []
        for test in tests {
            guard let source = test.source else { continue }
            let isOfSpaces = if case .spaces = test { true } else { false }
            lists.append((source, try size(of: source), isOfSpaces))
        }
        let shortest = lists.min { $0.size < $1.size }
        if shortest?.size == 0 { return .none }
        // A list within the bounds of the spaces is narrower than all that the spaces hold.
        let walked = lists.filter(\.source.isOrdered)
        let ordered = walked.first { !$0.isOfSpaces } ?? walked.first

        guard let texts else {
            if let shortest, shortest.size <= Self.few { return .list(shortest.source) }
            if let index = index(for: order, tests) { return .index(index) }
            guard let ordered else { return try listReadWhole(lists.map(\.source)).map { .list($0) } ?? .everything }
            return .list(ordered.source, between: ordered.isOfSpaces ? nil : try bounds(of: tests))
        }
        let found = try size(of: texts)
        if found == 0 { return .none }
        let text = SearchPlan.Way.text(
            index: texts.index, match: texts.match, between: try bounds(of: tests))
        if found <= Self.few { return text }
        if let shortest, shortest.size <= Self.few { return .list(shortest.source) }
        if let index = index(for: order, tests) { return .index(index) }
        return text
    }

    /// The shortest of some lists without order, where reading it to its end is less than going through all content
    /// until as many hits are found as are counted: of a list of `size` rows, after about `few * all / size` rows.
    private func listReadWhole(_ lists: [RowSource]) throws -> RowSource? {
        guard !lists.isEmpty else { return nil }
        let ends = try reader.all("SELECT coalesce(max(id) - min(id) + 1, 0) FROM content") { $0[0] as Int }
        let most = Int(Double(Self.few * ends[0]).squareRoot())
        let sizes = try lists.map { (source: $0, size: try size(of: $0, upTo: most)) }
        return sizes.filter { $0.size <= most }.min { $0.size < $1.size }?.source
    }

    /// The index that has the rows in the order asked for.
    private func index(for order: SearchOrder, _ tests: [RowTest]) -> String? {
        guard let term = order.terms.first, let index = term.index else { return nil }
        let isInOneSpace = tests.contains { if case .spaces(let ids) = $0 { Set(ids).count == 1 } else { false } }
        return index == "content_by_change" && isInOneSpace ? "content_by_space" : index
    }

    /// Between which ids the content of the spaces lies that a query names; spaces tend to be made one after another.
    private func bounds(of tests: [RowTest]) throws -> ClosedRange<Int64>? {
        for case .spaces(let ids) in tests where ids.count <= 8 {
            let ends = try ids.flatMap { id in
                try reader.all(
                    """
                    SELECT (SELECT min(id) FROM content INDEXED BY content_of_space WHERE spaceID = ?),
                    (SELECT max(id) FROM content INDEXED BY content_of_space WHERE spaceID = ?)
                    """, [id, id]
                ) { [$0[0] as Int64?, $0[1] as Int64?].compactMap(\.self) }.flatMap(\.self)
            }
            if let low = ends.min(), let high = ends.max() { return low...high }
        }
        return nil
    }

    /// How many rows a list has, as far as it matters.
    private func size(of source: RowSource, upTo most: Int = few) throws -> Int {
        let order: SQL = source.isOrdered ? " ORDER BY id DESC" : ""
        return try reader.all("SELECT count(*) FROM (\(source.query)\(order) LIMIT \(most + 1))") { $0[0] }[0]
    }

    private func size(of texts: TextGroup) throws -> Int {
        let query: SQL = """
            SELECT count(*) FROM (SELECT rowid FROM \(sql: texts.index) WHERE \(sql: texts.index) MATCH \(texts.match) \
            LIMIT \(Self.few + 1))
            """
        return try reader.all(query) { $0[0] }[0]
    }

    // MARK: Conditions

    /// What every search leaves out: what is not current, hangs on what is not, lies in an archived space, or
    /// may not be viewed.
    private func scope(of rows: SearchRows) throws -> SQL {
        if rows == .users { return "TRUE" }
        let filter = try ViewFilter(context.viewer, reader)
        let archived: SQL =
            context.includeArchivedSpaces ? "TRUE" : "c.spaceID NOT IN (SELECT id FROM spaces WHERE isArchived)"
        guard rows == .content else { return "\(archived) AND \(filter.content("c"))" }
        return """
            \(status) AND \(archived) \
            AND c.id NOT IN (SELECT q.contentID FROM index_queue q \
            WHERE NOT EXISTS (SELECT 1 FROM content_index i WHERE i.rowid = q.contentID)) \
            AND (c.kind NOT IN ('comment', 'attachment', 'custom') OR c.parentID IS NULL \
            OR EXISTS (SELECT 1 FROM content h WHERE h.id = c.parentID AND h.status = 'current')) \
            AND \(filter.content("c"))
            """
    }

    /// Search doesn't hear of a removal before its index does.
    private var status: SQL {
        let removed: SQL = "c.id IN (SELECT contentID FROM removal_queue)"
        guard context.statuses != [.current] else { return "(c.status = 'current' OR \(removed))" }
        let statuses = context.statuses.map(\.rawValue).sorted()
        return """
            (c.status IN \(statuses) AND (c.status != 'draft' OR c.creatorID IS \(context.viewer.account?.id)) \
            OR \(removed))
            """
    }

    private func sql(_ condition: SearchCondition, on rows: SearchRows, rowsAreFew: Bool) -> SQL {
        switch condition {
        case .all(let parts): joined(parts, " AND ", on: rows, rowsAreFew)
        case .any(let parts): joined(parts, " OR ", on: rows, rowsAreFew)
        case .test(let test): test.check(on: rows, rowsAreFew: rowsAreFew)
        case .denied(let test): "(\(test.check(on: rows, rowsAreFew: rowsAreFew))) IS NOT TRUE"
        }
    }

    private func joined(_ parts: [SearchCondition], _ word: String, on rows: SearchRows, _ areFew: Bool) -> SQL {
        parts.map { "(\(sql($0, on: rows, rowsAreFew: areFew)))" as SQL }.joined(separator: word)
    }
}
