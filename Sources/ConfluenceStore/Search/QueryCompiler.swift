import CQL
import ConfluenceModel
import GRDB

/// Compiles a query to SQL in which permissions and restrictions are conditions like the others.
struct QueryCompiler {
    let reader: StoreReader
    let context: SearchContext

    /// What the compiled clauses told about the whole query.
    struct Findings {
        /// The words of every text clause that is not denied.
        var words: [TextQuery] = []
        /// The words whose hits in titles come first.
        var ranked: TextQuery?
    }

    func compile(_ query: CQLQuery) throws -> CompiledQuery {
        var findings = Findings()
        let condition = try sql(for: query.condition, isDenied: false, &findings)
        let order = try order(query.order, findings)
        let scope = try scope
        return CompiledQuery(
            sources: sources.map { "FROM \(sql: $0) c WHERE \(scope) AND (\(condition))" }, order: order,
            words: TextQuery.any(of: findings.words))
    }

    // MARK: Rows

    /// Content alone, or the spaces as further rows with the columns of content.
    private var sources: [String] {
        guard context.includesSpaces else { return ["content"] }
        let spaces = """
            (SELECT id, 'space' AS kind, 'current' AS status, name AS title, lower(name) AS titleKey, id AS spaceID,
            NULL AS parentID, NULL AS guardID, createdAt, creatorID, 0 AS version, createdAt AS modifiedAt FROM spaces)
            """
        return ["content", spaces]
    }

    /// What every search leaves out: what is not current, hangs on what is not, lies in an archived space, or
    /// may not be viewed.
    private var scope: SQL {
        get throws {
            let archived: SQL =
                context.includeArchivedSpaces ? "TRUE" : "c.spaceID NOT IN (SELECT id FROM spaces WHERE isArchived)"
            return """
                c.status = 'current' AND \(archived) \
                AND c.id NOT IN (SELECT q.contentID FROM index_queue q \
                WHERE NOT EXISTS (SELECT 1 FROM content_index i WHERE i.rowid = q.contentID)) \
                AND (c.kind NOT IN ('comment', 'attachment') \
                OR EXISTS (SELECT 1 FROM content h WHERE h.id = c.parentID AND h.status = 'current')) \
                AND \(try ViewFilter(context.viewer, reader).content("c"))
                """
        }
    }

    private func order(_ terms: [CQLOrder], _ findings: Findings) throws -> [CompiledQuery.Term] {
        guard terms.isEmpty else {
            return try terms.map { term in
                let field = try SearchField.named(term.field, at: term.position)
                guard let column = field.orderColumn else {
                    throw CQLSearchError.unsupportedOrder(field: term.field, position: term.position)
                }
                return CompiledQuery.Term(value: SQL(sql: column), isDescending: term.isDescending)
            }
        }
        let newest = CompiledQuery.Term(value: "c.modifiedAt", isDescending: true)
        guard let ranked = findings.ranked?.match(in: .title) else { return [newest] }
        return [CompiledQuery.Term(value: matching(ranked), isDescending: true), newest]
    }

    // MARK: Conditions

    /// Denials are carried down to the clauses, so that the SQL nests no deeper than `AND` and `OR` alternate.
    private func sql(for condition: CQLCondition, isDenied: Bool, _ findings: inout Findings) throws -> SQL {
        switch condition {
        case .and(let parts): try joined(parts, isDenied ? .or : .and, isDenied, &findings)
        case .or(let parts): try joined(parts, isDenied ? .and : .or, isDenied, &findings)
        case .not(let part): try sql(for: part, isDenied: !isDenied, &findings)
        case .clause(let clause): try sql(for: clause, isDenied: isDenied, &findings)
        }
    }

    private enum Conjunction: String {
        case and = " AND "
        case or = " OR "
    }

    private func joined(
        _ parts: [CQLCondition], _ conjunction: Conjunction, _ isDenied: Bool, _ findings: inout Findings
    ) throws -> SQL {
        var clauses: [SQL] = []
        for part in parts { clauses.append("(\(try sql(for: part, isDenied: isDenied, &findings)))") }
        return clauses.joined(separator: conjunction.rawValue)
    }

    /// A negative operator denies its positive twin; what is unknown about a row counts as not so.
    private func sql(for clause: CQLClause, isDenied: Bool, _ findings: inout Findings) throws -> SQL {
        let field = try SearchField.named(clause.field, at: clause.fieldPosition)
        guard field.operators.contains(clause.op) else {
            throw CQLSearchError.unsupportedOperator(
                field: clause.field, op: clause.op, position: clause.position, allowed: field.operators)
        }
        let isDenied = isDenied != (clause.op.denied != nil)
        let condition = try positive(field, clause, isDenied: isDenied, &findings)
        return isDenied ? "NOT coalesce(\(condition), FALSE)" : condition
    }

    private func positive(
        _ field: SearchField, _ clause: CQLClause, isDenied: Bool, _ findings: inout Findings
    ) throws -> SQL {
        let op = clause.op.denied ?? clause.op
        switch field {
        case .title where op == .contains: return try text(clause, .title, isDenied, &findings)
        case .text: return try text(clause, .all, isDenied, &findings)
        case .siteSearch:
            let condition = try text(clause, .all, isDenied, &findings)
            if !isDenied { findings.ranked = findings.ranked ?? findings.words.last }
            return condition
        case .title: return "c.titleKey = \(try nonEmptyText(clause).lowercased())"
        case .created: return try date(clause, op, "c.createdAt")
        case .lastModified: return try date(clause, op, "c.modifiedAt")
        default: return try set(field, clause)
        }
    }

    private func text(
        _ clause: CQLClause, _ columns: TextQuery.Columns, _ isDenied: Bool, _ findings: inout Findings
    ) throws -> SQL {
        let query = TextQuery(try nonEmptyText(clause))
        if !isDenied { findings.words.append(query) }
        guard let match = query.match(in: columns) else { return "FALSE" }
        return matching(match)
    }

    func matching(_ match: String) -> SQL {
        "c.id IN (SELECT rowid FROM content_index WHERE content_index MATCH \(match))"
    }

    private func date(_ clause: CQLClause, _ op: CQLOperator, _ column: String) throws -> SQL {
        let date = try DateReader(now: context.now).read(clause)
        let start = Instant(date.lowerBound)
        switch op {
        case .greater: return "\(sql: column) > \(start)"
        case .greaterOrEqual: return "\(sql: column) >= \(start)"
        case .less: return "\(sql: column) < \(start)"
        case .lessOrEqual: return "\(sql: column) <= \(start)"
        default: return "(\(sql: column) >= \(start) AND \(sql: column) < \(Instant(date.upperBound)))"
        }
    }
}
