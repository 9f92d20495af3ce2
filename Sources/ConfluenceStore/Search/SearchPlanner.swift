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
        let (way, place) = try way(into: condition.conjuncts, texts, order)
        var rest = condition.conjuncts
        if case .text = way, let texts { rest = texts.others }
        var areFew = false
        if case .list(let source, _) = way {
            areFew = try size(of: source) <= Self.few
            if source.isExact, let place { rest.remove(at: place) }
        }
        return SearchPlan(
            rows: rows, way: way, conditions: [scope] + rest.map { sql($0, on: rows, rowsAreFew: areFew) },
            order: order)
    }

    // MARK: The way in

    /// The list of a clause, which stands among the clauses at that place.
    private struct List {
        var place: Int
        var source: RowSource
        var size: Int
        var isOfSpaces: Bool
    }

    /// - Returns: The way in, and where it is a list, the place of the clause that it is of.
    private func way(
        into conjuncts: [SearchCondition], _ texts: TextGroup?, _ order: SearchOrder
    ) throws -> (SearchPlan.Way, Int?) {
        let tests = conjuncts.compactMap { if case .test(let test) = $0 { test } else { nil } }
        if tests.contains(where: { if case .never = $0 { true } else { false } }) { return (.none, nil) }
        var lists: [List] = []
        for (place, conjunct) in conjuncts.enumerated() {
            guard case .test(let test) = conjunct, let source = test.source else { continue }
            let isOfSpaces = if case .spaces = test { true } else { false }
            lists.append(List(place: place, source: source, size: try size(of: source), isOfSpaces: isOfSpaces))
        }
        let shortest = lists.min { $0.size < $1.size }
        if shortest?.size == 0 { return (.none, nil) }
        // A list within the bounds of the spaces is narrower than all that the spaces hold.
        let walked = lists.filter(\.source.isOrdered)
        let ordered = walked.first { !$0.isOfSpaces } ?? walked.first

        guard let texts else {
            if let shortest, shortest.size <= Self.few { return (.list(shortest.source), shortest.place) }
            if let index = index(for: order, tests) { return (.index(index), nil) }
            guard let ordered else {
                return try listReadWhole(lists).map { (.list($0.source), $0.place) } ?? (.everything, nil)
            }
            return (.list(ordered.source, between: ordered.isOfSpaces ? nil : try bounds(of: tests)), ordered.place)
        }
        let found = try size(of: texts)
        if found == 0 { return (.none, nil) }
        let text = SearchPlan.Way.text(
            index: texts.index, match: texts.match, between: try bounds(of: tests))
        if found <= Self.few { return (text, nil) }
        if let shortest, shortest.size <= Self.few { return (.list(shortest.source), shortest.place) }
        if let index = index(for: order, tests) { return (.index(index), nil) }
        return (text, nil)
    }

    /// The shortest of some lists without order, where reading it to its end is less than going through all content
    /// until as many hits are found as are counted: of a list of `size` rows, after about `few * all / size` rows.
    private func listReadWhole(_ lists: [List]) throws -> List? {
        guard !lists.isEmpty else { return nil }
        let breadth = try reader.numbers("SELECT max(id) - min(id) + 1 FROM content").first.flatMap(\.self) ?? 0
        let most = Int((Double(Self.few) * Double(breadth)).squareRoot())
        let sizes = try lists.map { (list: $0, size: try size(of: $0.source, upTo: most)) }
        return sizes.filter { $0.size <= most }.min { $0.size < $1.size }?.list
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
                try reader.numbers(
                    """
                    SELECT (SELECT min(id) FROM content INDEXED BY content_of_space WHERE spaceID = \(id)),
                    (SELECT max(id) FROM content INDEXED BY content_of_space WHERE spaceID = \(id))
                    """
                ).compactMap(\.self)
            }
            if let low = ends.min(), let high = ends.max() { return low...high }
        }
        return nil
    }

    /// How many rows a list has, as far as it matters.
    private func size(of source: RowSource, upTo most: Int = few) throws -> Int {
        let order: SQL = source.isOrdered ? " ORDER BY id DESC" : ""
        return try count("(\(source.query)\(order) LIMIT \(most + 1))")
    }

    private func size(of texts: TextGroup) throws -> Int {
        let index = texts.index
        return try count(
            "(SELECT rowid FROM \(sql: index) WHERE \(sql: index) MATCH \(texts.match) LIMIT \(Self.few + 1))")
    }

    private func count(_ rows: SQL) throws -> Int {
        try reader.numbers("SELECT count(*) FROM \(rows)").first.flatMap(\.self).map { Int($0) } ?? 0
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
