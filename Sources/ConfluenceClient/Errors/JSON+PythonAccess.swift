package import ConfluenceWire

/// Reaching into an answer as Python code does, with the errors that it raises when the answer has another shape.
///
/// A login page in place of JSON reaches the user as such an error, so their texts matter.
extension JSON {
    /// `value.get(key)`: null where a dict lacks the key; only dicts have it.
    package func get(_ key: String) throws(ClientError) -> JSON {
        guard case .object(let object) = self else { throw missing(attribute: "get") }
        return object[key] ?? .null
    }

    /// `value.get(key, otherwise)`.
    package func get(_ key: String, otherwise: JSON) throws(ClientError) -> JSON {
        guard case .object(let object) = self else { throw missing(attribute: "get") }
        return object[key] ?? otherwise
    }

    /// `value[key]`: a dict must have the key.
    package func item(_ key: String) throws(ClientError) -> JSON {
        switch self {
        case .object(let object):
            guard let value = object[key] else { throw ClientError("KeyError", "'\(key)'") }
            return value
        case .string: throw ClientError("TypeError", "string indices must be integers, not 'str'")
        case .array: throw ClientError("TypeError", "list indices must be integers or slices, not str")
        default: throw ClientError("TypeError", "'\(pythonType)' object is not subscriptable")
        }
    }

    /// `value[a][b][c]`.
    package func item(_ first: String, _ rest: String...) throws(ClientError) -> JSON {
        var value = try item(first)
        for key in rest { value = try value.item(key) }
        return value
    }

    /// The elements that a `for` would go through.
    package func elements() throws(ClientError) -> [JSON] {
        switch self {
        case .array(let elements): return elements
        case .object(let object): return object.keys.map { .string($0) }
        case .string(let text): return text.map { .string(String($0)) }
        default: throw ClientError("TypeError", "'\(pythonType)' object is not iterable")
        }
    }

    /// The text of a value on which a method of texts is called.
    package func text(for attribute: String) throws(ClientError) -> String {
        guard case .string(let text) = self else { throw missing(attribute: attribute) }
        return text
    }

    /// `value or {}`.
    package var orEmptyObject: JSON { isTruthy ? self : .object([:]) }

    /// Whether Python takes the value for true.
    package var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .integer(let value): value != 0
        case .number(let value): value != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let object): !object.isEmpty
        }
    }

    /// The name of the value's Python type.
    package var pythonType: String {
        switch self {
        case .null: "NoneType"
        case .bool: "bool"
        case .integer: "int"
        case .number: "float"
        case .string: "str"
        case .array: "list"
        case .object: "dict"
        }
    }

    private func missing(attribute: String) -> ClientError {
        ClientError("AttributeError", "'\(pythonType)' object has no attribute '\(attribute)'")
    }
}
