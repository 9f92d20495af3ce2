package import ConfluenceClient

/// Why a tool gave no result, with the class and the text of the Python toolkit's exception.
package struct ToolError: Error, Sendable, Hashable, CustomStringConvertible {
    package var exceptionType: String
    package var message: String

    package init(exceptionType: String, message: String) {
        self.exceptionType = exceptionType
        self.message = message
    }

    package init(_ error: ClientError) {
        self.init(exceptionType: error.exceptionType, message: error.message)
    }

    package var description: String { "\(exceptionType): \(message)" }

    /// The exception with which the toolkit itself refuses.
    static func refusal(_ message: String) -> ClientError {
        ClientError("ToolException", message)
    }
}
