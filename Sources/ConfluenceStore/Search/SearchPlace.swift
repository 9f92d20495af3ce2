import GRDB

/// A row's place in the order of a search; the next page goes on behind it, whatever is written meanwhile.
package struct SearchPlace: Sendable, Hashable {
    /// Hits in titles come before all others where they are ranked.
    package var phase: Int
    package var keys: [SortKey]
    package var id: Int64

    /// How many rows lay before and at the place when it was reached.
    package var passed: Int

    package init(phase: Int, keys: [SortKey], id: Int64, passed: Int) {
        self.phase = phase
        self.keys = keys
        self.id = id
        self.passed = passed
    }
}

/// What a row is ordered by, in SQLite's order: nothing before numbers, numbers before texts.
package enum SortKey: Sendable, Hashable, Comparable {
    case nothing
    case number(Int64)
    case text(String)

    init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let number): self = .number(number)
        case .double(let number): self = .number(Int64(number))
        case .string(let text): self = .text(text)
        default: self = .nothing
        }
    }

    package static func < (one: SortKey, other: SortKey) -> Bool {
        switch (one, other) {
        case (.nothing, .nothing): false
        case (.nothing, _): true
        case (.number, .nothing): false
        case (.number(let one), .number(let other)): one < other
        case (.number, .text): true
        case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
        case (.text, _): false
        }
    }
}

/// The order of a search's rows; the id decides between rows that are otherwise alike.
struct SearchOrder {
    var terms: [Term]

    /// Without terms the newest content comes first, by its number: the order in which every list is kept.
    var isNatural: Bool { terms.isEmpty }

    struct Term {
        var column: SQL
        var isDescending: Bool
        /// The index of content that begins with the column.
        var index: String?
    }

    static let natural = SearchOrder(terms: [])

    func precedes(_ one: SearchPlace, _ other: SearchPlace) -> Bool {
        for (number, term) in terms.enumerated() where one.keys[number] != other.keys[number] {
            return (one.keys[number] < other.keys[number]) != term.isDescending
        }
        return isNatural ? one.id > other.id : one.id < other.id
    }

    /// The order as SQL over columns of `c`.
    var sql: SQL {
        guard !isNatural else { return "c.id DESC" }
        let parts = terms.map { "\($0.column)\(sql: $0.isDescending ? " DESC" : "")" as SQL }
        return (parts + ["c.id"]).joined(separator: ", ")
    }

    /// A condition that only rows behind a place meet.
    func isBehind(_ place: SearchPlace) -> SQL {
        guard !isNatural, let first = terms.first, place.keys.count == terms.count else {
            return "c.id < \(place.id)"
        }
        var condition: SQL = "c.id > \(place.id)"
        for (term, key) in zip(terms, place.keys).reversed() {
            condition = "(\(term.isBehind(key)) OR (\(term.column) IS \(key.databaseValue) AND \(condition)))"
        }
        // Said once more, so that an index begins where the place is.
        guard key(place.keys[0], canBoundTermOf: first) else { return condition }
        return
            "\(first.column) \(sql: first.isDescending ? "<=" : ">=") \(place.keys[0].databaseValue) AND \(condition)"
    }

    private func key(_ key: SortKey, canBoundTermOf term: Term) -> Bool {
        term.index != nil && key != .nothing
    }
}

extension SearchOrder.Term {
    fileprivate func isBehind(_ key: SortKey) -> SQL {
        switch (key, isDescending) {
        case (.nothing, false): "\(column) IS NOT NULL"
        case (.nothing, true): "FALSE"
        case (_, false): "\(column) > \(key.databaseValue)"
        case (_, true): "(\(column) < \(key.databaseValue) OR \(column) IS NULL)"
        }
    }
}

extension SortKey {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .nothing: .null
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}
