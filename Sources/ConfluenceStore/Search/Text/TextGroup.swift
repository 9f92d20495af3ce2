/// The conjuncts of a query that only speak of words, as one search of the full-text index.
struct TextGroup {
    /// The table to search, and the search in SQLite's full-text language.
    let index: String
    let match: String

    /// The conjuncts that the search doesn't speak for.
    let others: [SearchCondition]

    /// Larger searches are left to conditions, which have no limit of depth of their own.
    private static let deepest = 4
    private static let longest = 20_000

    /// `nil` where no conjunct only speaks of words.
    init?(_ conjuncts: [SearchCondition]) {
        var wanted: [Expression] = []
        var unwanted: [Expression] = []
        var others: [SearchCondition] = []
        for part in conjuncts {
            if let expression = Self.expression(part, depth: 0) {
                wanted.append(expression)
            } else if case .denied(let test) = part, let expression = Self.expression(.test(test), depth: 0) {
                unwanted.append(expression)
            } else {
                others.append(part)
            }
        }
        guard !wanted.isEmpty else { return nil }
        let isOfTitles = (wanted + unwanted).allSatisfy(\.isOfTitles)
        var match = Self.joined(wanted, " AND ", isOfTitles)
        if !unwanted.isEmpty { match = "(\(match)) NOT (\(Self.joined(unwanted, " OR ", isOfTitles)))" }
        guard match.utf8.count <= Self.longest else { return nil }
        index = isOfTitles ? "title_index" : "content_index"
        self.match = match
        self.others = others
    }

    /// A search as it reads among titles alone and among all texts.
    private struct Expression {
        var inTitles: String
        var inAll: String
        var isOfTitles: Bool
    }

    private static func expression(_ condition: SearchCondition, depth: Int) -> Expression? {
        guard depth <= deepest else { return nil }
        switch condition {
        case .test(.text(let query, let columns)):
            return query.match.map { match in
                Expression(
                    inTitles: match, inAll: columns == .title ? "{title} : (\(match))" : match,
                    isOfTitles: columns == .title)
            }
        case .all(let parts): return expression(parts, " AND ", depth)
        case .any(let parts): return expression(parts, " OR ", depth)
        default: return nil
        }
    }

    private static func expression(_ parts: [SearchCondition], _ word: String, _ depth: Int) -> Expression? {
        let expressions = parts.compactMap { expression($0, depth: depth + 1) }
        guard expressions.count == parts.count, !expressions.isEmpty else { return nil }
        return Expression(
            inTitles: joined(expressions, word, true), inAll: joined(expressions, word, false),
            isOfTitles: expressions.allSatisfy(\.isOfTitles))
    }

    private static func joined(_ expressions: [Expression], _ word: String, _ inTitles: Bool) -> String {
        expressions.map { "(\(inTitles ? $0.inTitles : $0.inAll))" }.joined(separator: word)
    }
}
