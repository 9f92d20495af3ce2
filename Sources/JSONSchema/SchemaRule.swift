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
