import ConfluenceWire

/// One thing that a schema asks of a value.
enum SchemaRule: Sendable, Hashable {
    case never
    case types([ValueKind])
    /// One of these values, of which one alone comes from `const`.
    case oneOfValues([JSON])
    case number(Bound, Double)
    case multiple(of: Double)
    /// Characters of a text, elements of a list, members of an object.
    case size(Sized, least: Int?, most: Int?)
    case pattern(String)
    case format(SchemaFormat)
    case members(Members)
    case memberNames(SchemaNode)
    case required([String], ifPresent: String?)
    case elements(first: [SchemaNode], rest: SchemaNode?)
    case contains(SchemaNode, least: Int, most: Int?)
    case unique
    case all([SchemaNode])
    case any([SchemaNode])
    case one([SchemaNode])
    case not(SchemaNode)
    case conditional(SchemaNode, then: SchemaNode?, otherwise: SchemaNode?)
    case reference(String)

    struct Members: Sendable, Hashable {
        var named: [String: SchemaNode] = [:]
        var patterns: [String: SchemaNode] = [:]
        /// For the members that are neither named nor meet a pattern.
        var others: SchemaNode?
    }

    enum Bound: String, Sendable, Hashable {
        case atLeast = "at least"
        case atMost = "at most"
        case above
        case below
    }

    enum Sized: String, Sendable, Hashable {
        case characters
        case elements
        case members
    }
}

/// A form that a text must have, of those whose form is plain to see.
enum SchemaFormat: String, Sendable, Hashable, CaseIterable {
    case dateTime = "date-time"
    case date
    case uuid
    case email
    case uri

    func takes(_ text: String) -> Bool {
        switch self {
        case .dateTime: text.wholeMatch(of: /\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)/) != nil
        case .date: text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
        case .uuid: text.wholeMatch(of: /[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}/) != nil
        case .email: text.wholeMatch(of: /[^@\s]+@[^@\s]+/) != nil
        case .uri: text.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:[^\s]+/) != nil
        }
    }
}
