/// A parsed query: the condition that rows must meet, and the order they come in.
package struct CQLQuery: Sendable, Hashable {
    package var condition: CQLCondition
    package var order: [CQLOrder]

    package init(condition: CQLCondition, order: [CQLOrder] = []) {
        self.condition = condition
        self.order = order
    }
}

/// A condition; conjunctions and disjunctions are flat lists, so that depth only grows with parentheses and `NOT`.
package indirect enum CQLCondition: Sendable, Hashable {
    case and([CQLCondition])
    case or([CQLCondition])
    case not(CQLCondition)
    case clause(CQLClause)
}

/// One comparison of a field with a value; positions count Unicode scalars from the query's start.
package struct CQLClause: Sendable, Hashable {
    /// The field as it was written; field names are compared ignoring case.
    package var field: String
    package var fieldPosition: Int
    package var op: CQLOperator
    package var value: CQLValue

    /// Where the value starts.
    package var position: Int

    package init(field: String, fieldPosition: Int = 0, op: CQLOperator, value: CQLValue, position: Int = 0) {
        self.field = field
        self.fieldPosition = fieldPosition
        self.op = op
        self.value = value
        self.position = position
    }
}

/// How a clause compares; the raw values are how CQL writes them.
package enum CQLOperator: String, Sendable, Hashable, CaseIterable {
    case equals = "="
    case notEquals = "!="
    case contains = "~"
    case containsNot = "!~"
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case isIn = "in"
    case notIn = "not in"

    /// The operator that this one denies, such as `=` for `!=`; `nil` for those that deny nothing.
    package var denied: CQLOperator? {
        switch self {
        case .notEquals: .equals
        case .containsNot: .contains
        case .notIn: .isIn
        default: nil
        }
    }
}

/// The right side of a clause.
package enum CQLValue: Sendable, Hashable {
    case text(String, quoted: Bool)
    case list([CQLValue])
    case function(String, [String])
}

/// One column of `ORDER BY`.
package struct CQLOrder: Sendable, Hashable {
    package var field: String
    package var position: Int
    package var isDescending: Bool

    package init(field: String, position: Int = 0, isDescending: Bool = false) {
        self.field = field
        self.position = position
        self.isDescending = isDescending
    }
}
