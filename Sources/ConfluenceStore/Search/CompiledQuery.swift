import GRDB

/// A query as SQL over rows named `c`.
struct CompiledQuery {
    /// `FROM … WHERE …`
    var rows: SQL

    /// The terms of `ORDER BY`; always ends in the id, so that pages never overlap.
    var order: SQL

    /// All words that the query looks for, for marking them; `nil` when it looks for none.
    var words: String?
}
