package import ConfluenceWire

/// What a tool call came to: a value, or the exception that the toolkit raised.
package enum ToolAnswer: Sendable, Hashable {
    case value(JSON)
    /// The class of the exception without its module, and its text.
    case failure(exceptionType: String, message: String)

    package var value: JSON? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The answer as a person reads it: a text as it is, other values as indented JSON.
    package var text: String {
        switch self {
        case .value(.string(let text)): text
        case .value(let value): value.compactText
        case .failure(let type, let message): "\(type): \(message)"
        }
    }
}
