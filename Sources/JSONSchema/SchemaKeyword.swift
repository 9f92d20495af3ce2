/// The keywords of JSON Schema that are read.
enum SchemaKeyword: String, Sendable, Hashable, CaseIterable {
    case type
    case `enum`
    case const
    case minimum
    case maximum
    case exclusiveMinimum
    case exclusiveMaximum
    case multipleOf
    case minLength
    case maxLength
    case pattern
    case format
    case properties
    case patternProperties
    case additionalProperties
    case propertyNames
    case required
    case minProperties
    case maxProperties
    case dependentRequired
    case items
    case prefixItems
    case contains
    case minContains
    case maxContains
    case minItems
    case maxItems
    case uniqueItems
    case allOf
    case anyOf
    case oneOf
    case not
    case `if`
    case then
    case `else`
    case reference = "$ref"
    case definitions = "$defs"
    case schema = "$schema"
    case id = "$id"
    case comment = "$comment"
    case title
    case description
    case `default`
    case examples
    case deprecated
}
