import CQL
import ConfluenceStore

/// How a dialect answers searches.
struct SearchRules: Sendable {
    /// More rows than this are never answered at once, whatever limit is asked for and repeated.
    static let mostRows = 1000

    var paging: Paging
    /// What a query for a space that does not exist, or that the caller can't see, gives.
    var unknownSpace: SearchContext.UnknownSpace
    /// Whether `/content/search` tells how many hits there are.
    var countsContent: Bool
    /// Types that queries may name although the simulator holds none of them.
    var furtherTypes: [String]
    /// Whether queries may name the types that apps give to their content.
    var knowsCustomTypes = false
    /// Whether `/search` finds accounts.
    var userRows: SearchContext.UserRows
    /// Whether queries may name people by user name and user key, and not by account id alone.
    var takesUserNames: Bool
    /// How the texts of `~` are read.
    var textSyntax: TextSyntax
    var most: Limits
    /// Whether a `siteSearch` between two other clauses is forgotten.
    var forgetsMiddleSiteSearch: Bool
    /// The path of a person's page.
    var personPath: @Sendable (AccountRecord) -> String

    enum Paging: Sendable {
        /// An opaque cursor decides the position; `start` is accepted and means nothing.
        case cursor
        case offset
    }

    /// The largest limits that are taken as they are.
    struct Limits: Sendable {
        var rows: Int
        var content: Int
        /// Where bodies are asked for that take long to make.
        var costly: Int
    }

    /// The query as the dialect understands it.
    func readsQuery(_ query: CQLQuery) -> CQLQuery {
        forgetsMiddleSiteSearch ? query.withoutMiddleSiteSearch : query
    }
}

extension CQLQuery {
    /// The query without a `siteSearch` that is the second of exactly three clauses joined by `AND`.
    ///
    /// Cloud drops it silently, in whatever parentheses the clauses stand; measured by mozilla/markfluence.
    fileprivate var withoutMiddleSiteSearch: CQLQuery {
        let clauses = condition.conjuncts
        guard clauses.count == 3, case .clause(let clause) = clauses[1], clause.field.lowercased() == "sitesearch"
        else {
            return self
        }
        return CQLQuery(condition: .and([clauses[0], clauses[2]]), order: order)
    }
}

extension CQLCondition {
    /// The conditions joined by `AND`, however they are put in parentheses.
    fileprivate var conjuncts: [CQLCondition] {
        if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}
