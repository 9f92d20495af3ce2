import CQL
import ConfluenceModel
import GRDB

/// Turns a query's clauses into tests of rows: looks up the spaces, labels and people that it names.
struct ConditionReader {
    let reader: StoreReader
    let context: SearchContext

    /// What the clauses told about the whole query.
    struct Findings {
        /// The words of every text clause that is not denied.
        var words: [TextQuery] = []
        /// The words whose hits in titles come first.
        var ranked: TextQuery?
        /// Whether accounts are among what is asked for, so that texts are looked for in their names.
        var asksForPeople = false
    }

    func read(_ condition: CQLCondition) throws -> (condition: SearchCondition, findings: Findings) {
        var findings = Findings(asksForPeople: asksForPeople(condition))
        let condition = try read(condition, isDenied: false, &findings)
        return (condition, findings)
    }

    /// Denials are carried down to the clauses, so that the SQL nests no deeper than `AND` and `OR` alternate.
    private func read(
        _ condition: CQLCondition, isDenied: Bool, _ findings: inout Findings
    ) throws -> SearchCondition {
        switch condition {
        case .and(let parts), .or(let parts):
            var read: [SearchCondition] = []
            for part in parts { read.append(try self.read(part, isDenied: isDenied, &findings)) }
            var isConjunction = isDenied
            if case .and = condition { isConjunction.toggle() }
            return isConjunction ? .conjunction(read) : .disjunction(read)
        case .not(let part): return try read(part, isDenied: !isDenied, &findings)
        case .clause(let clause): return try read(clause, isDenied: isDenied, &findings)
        }
    }

    /// A negative operator denies its positive twin; what is unknown about a row counts as not so.
    private func read(_ clause: CQLClause, isDenied: Bool, _ findings: inout Findings) throws -> SearchCondition {
        let field = try SearchField.named(clause.field, at: clause.fieldPosition, in: context)
        guard field.operators.contains(clause.op) else {
            throw CQLSearchError.unsupportedOperator(
                field: clause.field, op: clause.op, position: clause.position, allowed: field.operators)
        }
        let isDenied = isDenied != (clause.op.denied != nil)
        let test = try test(field, clause, isDenied: isDenied, &findings)
        return isDenied ? .denied(test) : .test(test)
    }

    private func test(
        _ field: SearchField, _ clause: CQLClause, isDenied: Bool, _ findings: inout Findings
    ) throws -> RowTest {
        let op = clause.op.denied ?? clause.op
        switch field {
        case .title where op == .contains: return try text(clause, .title, isDenied, &findings)
        case .text: return try text(clause, .all, isDenied, &findings)
        case .siteSearch:
            let test = try text(clause, .all, isDenied, &findings)
            if !isDenied { findings.ranked = findings.ranked ?? findings.words.last }
            return test
        case .created: return .created(try moments(clause, op))
        case .lastModified: return .modified(try moments(clause, op))
        case .user, .userFullName: return try users(field, clause, op)
        default: return try set(field, clause)
        }
    }

    private func text(
        _ clause: CQLClause, _ columns: TextQuery.Columns, _ isDenied: Bool, _ findings: inout Findings
    ) throws -> RowTest {
        var query = try textQuery(clause)
        if findings.asksForPeople { query.people = try people { query.holds(in: $0) } }
        if !isDenied { findings.words.append(query) }
        return .text(query, columns)
    }

    func textQuery(_ clause: CQLClause) throws -> TextQuery {
        try TextQuery(try nonEmptyText(clause), syntax: context.textSyntax) { try reader.words(for: $0) }
    }

    private func moments(_ clause: CQLClause, _ op: CQLOperator) throws -> RowTest.Moments {
        let date = try DateReader(now: context.now, zone: context.viewer.account?.timeZone).read(clause)
        let start = Instant(date.lowerBound)
        let next = Instant(milliseconds: start.milliseconds + 1)
        return switch op {
        case .greater: RowTest.Moments(from: next)
        case .greaterOrEqual: RowTest.Moments(from: start)
        case .less: RowTest.Moments(until: start)
        case .lessOrEqual: RowTest.Moments(until: next)
        default: RowTest.Moments(from: start, until: Instant(date.upperBound))
        }
    }
}
