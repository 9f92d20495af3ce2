package import ConfluenceWire

/// The words of JSON Schema for what a value may be.
package enum ValueKind: String, Sendable, Hashable, CaseIterable {
    case string
    case integer
    case number
    case boolean
    case array
    case object
    case null

    package func takes(_ value: JSON) -> Bool {
        switch self {
        case .string: value.stringValue != nil
        case .integer: value.integerValue != nil
        case .number: value.doubleValue != nil
        case .boolean: value.boolValue != nil
        case .array: value.arrayValue != nil
        case .object: value.objectValue != nil
        case .null: value.isNull
        }
    }
}
