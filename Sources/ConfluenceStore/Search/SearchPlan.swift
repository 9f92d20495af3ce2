import GRDB

/// How the rows of one kind are gone through: the way in, what each row must meet, and the order.
struct SearchPlan {
    let rows: SearchRows
    let way: Way
    let conditions: [SQL]
    let order: SearchOrder

    /// Where the rows come from, before any is looked at.
    enum Way {
        case none
        case everything
        /// An index of content that is walked in its order.
        case index(String)
        /// Ids in descending order where the list has them so, from one id to another.
        case list(RowSource, between: ClosedRange<Int64>? = nil)
        /// A full-text index, from one id to another.
        case text(index: String, match: String, between: ClosedRange<Int64>?)
    }

    /// The ids of one page of rows, with what they are ordered by.
    func page(behind place: SearchPlace?, offset: Int, limit: Int) -> SQL? {
        guard let from = from(behind: place) else { return nil }
        let columns: [SQL] = ["c.id AS id"] + order.terms.map(\.column)
        var conditions = conditions
        if let place, !isBounded(by: place) { conditions.append(order.isBehind(place)) }
        let condition = conditions.map { "(\($0))" as SQL }.joined(separator: " AND ")
        return """
            SELECT \(columns.joined(separator: ", ")) FROM \(from.table) WHERE \(from.condition)\(condition)\
            \(from.order)  LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
    }

    /// How many rows there are up to a limit, and between which ids those lie that come first.
    func count(upTo limit: Int) -> SQL? {
        page(behind: nil, offset: 0, limit: limit).map { "SELECT count(*), min(id), max(id) FROM (\($0))" }
    }

    /// The lowest id to which the way in leads.
    var lowest: SQL? {
        switch way {
        case .none: nil
        case .everything, .index: "SELECT min(id) FROM content"
        case .list(let source, _): "SELECT min(id) FROM (\(source.query))"
        case .text(let index, let match, let between):
            """
            SELECT rowid FROM \(sql: index) WHERE \(sql: index) MATCH \(match)\(Self.within(between)) \
            ORDER BY rowid LIMIT 1
            """
        }
    }

    private struct From {
        var table: SQL
        var condition: SQL = ""
        var order: SQL
    }

    private func from(behind place: SearchPlace?) -> From? {
        let sorted: SQL = " ORDER BY \(order.sql)"
        switch way {
        case .none: return nil
        case .everything: return From(table: rows.table, order: sorted)
        case .index(let name): return From(table: "content c INDEXED BY \(sql: name)", order: sorted)
        case .list(let source, let between):
            // The list keeps its order through the join: it is the outer loop, and its limit keeps it as it is.
            let isWalked = order.isNatural
            let behind: SQL = place.map { " AND id < \($0.id)" } ?? ""
            let ends: SQL = between.map { " AND id BETWEEN \($0.lowerBound) AND \($0.upperBound)" } ?? ""
            let list: SQL =
                isWalked
                ? "SELECT id FROM (\(source.query)) WHERE TRUE\(ends)\(behind) ORDER BY id DESC LIMIT -1" : source.query
            return From(
                table: "(\(list)) d CROSS JOIN content c ON c.id = d.id", order: isWalked ? "" : sorted)
        case .text(let index, let match, let between):
            let behind: SQL = order.isNatural ? place.map { " AND f.rowid < \($0.id)" } ?? "" : ""
            return From(
                table: "\(sql: index) f CROSS JOIN content c ON c.id = f.rowid",
                condition: "f.\(sql: index) MATCH \(match)\(Self.within(between, "f."))\(behind) AND ",
                order: order.isNatural ? " ORDER BY f.rowid DESC" : sorted)
        }
    }

    /// Whether the way in itself begins behind the place.
    private func isBounded(by place: SearchPlace) -> Bool {
        switch way {
        case .list, .text: order.isNatural
        default: false
        }
    }

    private static func within(_ ids: ClosedRange<Int64>?, _ alias: String = "") -> SQL {
        guard let ids else { return "" }
        return " AND \(sql: alias)rowid BETWEEN \(ids.lowerBound) AND \(ids.upperBound)"
    }
}
