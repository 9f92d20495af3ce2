/// The words that a query may only use as a value between quotes.
enum ReservedWords {
    static func contains(_ word: String) -> Bool {
        all.contains(word.lowercased())
    }

    private static let all: Set<String> = [
        "after", "and", "as", "avg", "before", "begin", "by", "commit", "contains", "count", "distinct", "else",
        "empty", "end", "explain", "from", "having", "if", "in", "inner", "insert", "into", "is", "isnull", "left",
        "like", "limit", "max", "min", "not", "null", "or", "order", "outer", "right", "select", "sum", "then",
        "update", "was", "where",
    ]
}
