import CQL
import GRDB

/// One search: its plans for each kind of row, and the merging of what they give.
struct ContentSearch {
    /// All words that the query looks for, for marking them; `nil` when it looks for none.
    let words: String?

    private let reader: StoreReader
    private let planner: SearchPlanner
    private let condition: SearchCondition
    private let order: SearchOrder
    private let kinds: [SearchRows]
    /// The conditions whose rows come one after another: hits in titles before the rest, or all at once.
    private let phases: [SearchCondition]

    struct Row {
        var kind: SearchRows
        var place: SearchPlace
    }

    init(_ query: CQLQuery, _ reader: StoreReader, _ context: SearchContext) throws {
        self.reader = reader
        planner = SearchPlanner(reader: reader, context: context)
        let read = try ConditionReader(reader: reader, context: context).read(query.condition)
        condition = read.condition
        words = TextQuery.any(of: read.findings.words)
        order = try Self.order(query.order, context)
        kinds = Self.kinds(condition.kinds, context)
        phases = order.isNatural ? Self.phases(condition, read.findings.ranked) : [condition]
    }

    // MARK: Rows

    /// - Returns: At most `limit` rows, and whether more lie behind them.
    mutating func rows(behind place: SearchPlace?, offset: Int, limit: Int) throws -> (rows: [Row], hasMore: Bool) {
        var rows: [Row] = []
        var skipped = 0
        for phase in phases.indices where phase >= (place?.phase ?? 0) {
            let behind = place?.phase == phase ? place : nil
            let wanted = max(limit, 0) + 1 - rows.count
            let toSkip = place == nil ? offset - skipped : 0
            let found = try self.rows(of: phase, behind: behind, offset: toSkip, limit: wanted)
            rows += found
            if rows.count > max(limit, 0) { break }
            if found.isEmpty, toSkip > 0, phase + 1 < phases.count {
                skipped += try self.rows(of: phase, behind: nil, offset: 0, limit: toSkip).count
            } else {
                skipped += toSkip + found.count
            }
            // Rows of this phase that were answered are no rows to skip in the next.
            if !rows.isEmpty { skipped = offset }
        }
        return (Array(rows.prefix(max(limit, 0))), rows.count > max(limit, 0))
    }

    /// The place behind a row that was found.
    func place(_ row: Row, passed: Int) -> SearchPlace {
        var place = row.place
        place.passed = passed
        return place
    }

    private func rows(of phase: Int, behind place: SearchPlace?, offset: Int, limit: Int) throws -> [Row] {
        let isAlone = kinds.count == 1
        var rows: [Row] = []
        for kind in kinds {
            let plan = try planner.plan(phases[phase], for: kind, order: order)
            let page = plan.page(
                behind: place, offset: isAlone ? offset : 0, limit: isAlone ? limit : limit + offset)
            guard let page else { continue }
            rows += try reader.all(page) { columns in
                let keys = order.terms.indices.map {
                    SortKey(DatabaseValue(sqliteStatement: columns.statement, index: CInt($0 + 1)))
                }
                return Row(kind: kind, place: SearchPlace(phase: phase, keys: keys, id: columns[0], passed: 0))
            }
        }
        guard !isAlone else { return rows }
        rows.sort { order.precedes($0.place, $1.place) }
        return Array(rows.dropFirst(offset).prefix(limit))
    }

    // MARK: Total

    /// How many rows there are; beyond a bound, what the density of the first suggests.
    func total(exactly: Bool) throws -> Int {
        let bound = exactly ? Int.max : max(planner.context.countsUpTo, 1)
        return try kinds.reduce(0) { total, kind in
            let plan = try planner.plan(condition, for: kind, order: .natural)
            guard let query = plan.count(upTo: bound) else { return total }
            let counted = try reader.numbers(query).compactMap(\.self)
            guard let count = counted.first.map({ Int($0) }) else { return total }
            guard count >= bound, kind == .content, counted.count == 3, let lowest = plan.lowest else {
                return total + count
            }
            let low = try reader.numbers(lowest).first.flatMap(\.self) ?? counted[1]
            let share = Double(counted[2] - low + 1) / Double(counted[2] - counted[1] + 1)
            return total + max(count, Int(Double(count) * share))
        }
    }

    // MARK: What the query asks for

    private static func order(_ terms: [CQLOrder], _ context: SearchContext) throws -> SearchOrder {
        SearchOrder(
            terms: try terms.map { term in
                let field = try SearchField.named(term.field, at: term.position, in: context)
                guard let column = field.orderColumn else {
                    throw CQLSearchError.unsupportedOrder(field: term.field, position: term.position)
                }
                return SearchOrder.Term(
                    column: SQL(sql: column), isDescending: term.isDescending, index: field.orderIndex)
            })
    }

    private static func kinds(_ kinds: Set<String>?, _ context: SearchContext) -> [SearchRows] {
        var rows: [SearchRows] = []
        if kinds.map({ !$0.isSubset(of: ["space", "user"]) }) ?? true { rows.append(.content) }
        if context.includesSpaces, kinds?.contains("space") ?? true { rows.append(.spaces) }
        if context.userRows == .found, kinds?.contains("user") ?? false { rows.append(.users) }
        return rows
    }

    /// A title that holds all the words is a hit of the whole query, so that phase asks the titles alone.
    private static func phases(_ condition: SearchCondition, _ ranked: TextQuery?) -> [SearchCondition] {
        guard let ranked else { return [condition] }
        let rest = condition.conjuncts.filter { part in
            if case .test(.text(ranked, .all)) = part { !ranked.isOnlyWanted } else { true }
        }
        return [
            .conjunction(rest + [.test(.text(ranked, .title))]),
            .conjunction(condition.conjuncts + [.denied(.text(ranked, .title))]),
        ]
    }
}
