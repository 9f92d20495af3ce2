package import CQL

/// Why a query that is well formed can't be answered; a dialect words it.
package enum CQLSearchError: Error, Sendable, Hashable {
    /// No field has that name; the nearest names come first.
    case unknownField(name: String, position: Int, nearest: [String])
    /// The field exists, but not where content is searched, such as `user.fullname`.
    case unsupportedField(name: String, position: Int)
    case unsupportedOperator(field: String, op: CQLOperator, position: Int, allowed: [CQLOperator])
    /// `expected` lists the values there are, or says in words what the field takes.
    case unsupportedValue(field: String, value: String, position: Int, expected: [String])
    /// A text field was compared with nothing.
    case emptyValue(field: String, position: Int)
    case unknownFunction(name: String, position: Int)
    /// The function exists, but has no value here: `currentUser()` when nobody is logged in.
    case functionWithoutValue(name: String, position: Int)
    /// None of the spaces that a clause names is there for the viewer; only when ``SearchContext/unknownSpace`` says so.
    case unknownSpace(key: String)
    case unsupportedOrder(field: String, position: Int)
}
