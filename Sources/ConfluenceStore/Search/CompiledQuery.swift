import GRDB

/// A query as SQL over rows named `c`.
struct CompiledQuery {
    /// What is searched, each with its condition, as `FROM … WHERE …`: content, and spaces where they are found too.
    ///
    /// Asked one by one and joined afterwards, so that each is read through its own indexes.
    var sources: [SQL]

    /// The terms of `ORDER BY`; pages are ordered by the id last, so that they never overlap.
    var order: [Term]

    /// All words that the query looks for, for marking them; `nil` when it looks for none.
    var words: String?

    struct Term {
        var value: SQL
        var isDescending: Bool
    }

    /// How many rows each source has.
    var counts: [SQL] { sources.map { "SELECT count(*) \($0)" } }

    /// The ids of one page of rows.
    func page(offset: Int, limit: Int) -> SQL {
        let columns = order.enumerated().map { number, term -> SQL in "\(term.value) AS \(sql: "term\(number)")" }
        let selects = sources.map { source -> SQL in
            "SELECT \(([SQL("c.id AS id")] + columns).joined(separator: ", ")) \(source)"
        }
        let terms = order.enumerated().map { number, term in "term\(number)\(term.isDescending ? " DESC" : "")" }
        return """
            \(selects.joined(separator: " UNION ALL ")) ORDER BY \(sql: (terms + ["id"]).joined(separator: ", ")) \
            LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
    }
}
