package import ConfluenceModel
package import Documents
import Foundation

/// Says how the tools of some MCP server answer for the toolkit's: a tool map file as values.
package struct ToolMap: Sendable, Hashable {
    package var file: String
    /// What reports call the driver.
    package var name: String
    /// The product behind the server, where its greeting names another thing.
    package var product: DriverProduct?
    package var server: Server
    /// Holds for the answers of all tools.
    package var failures: [FailureRule]
    package var tools: [String: ToolMapping]
    /// The toolkit's tools that the server has nothing for, each with the reason.
    package var absent: [String: String]

    /// How the server is started and reached; texts hold placeholders for the configuration.
    package struct Server: Sendable, Hashable {
        /// The program and its words; `nil` where the server runs already.
        package var command: [DocumentNode]?
        package var environment: [DocumentNode.Entry] = []
        /// Where it answers over HTTP; `nil` means standard input and output.
        package var url: DocumentNode?
        package var headers: [DocumentNode.Entry] = []
    }

    /// Where the map is, as a path that can be opened from the current folder.
    var folder: String {
        let folder = (file as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// Why a tool can't be called; `nil` where it can.
    func absence(of tool: String) -> String? {
        if let reason = absent[tool] { return reason }
        return tools[tool] == nil ? "\(file) names no tool that answers for it" : nil
    }
}

/// One tool of the toolkit, and the server's tool that answers for it.
package struct ToolMapping: Sendable, Hashable {
    /// The toolkit's tool.
    package var tool: String
    /// The server's, as written.
    package var calls: DocumentNode
    /// The server's arguments, made of the toolkit's.
    package var arguments: [DocumentNode.Entry] = []
    /// Taken where a scenario leaves a toolkit's argument out.
    package var defaults: [DocumentNode.Entry] = []
    /// The toolkit's arguments that make no difference to the server.
    package var drops: [String] = []
    package var answer = AnswerMapping()
    package var failures: [FailureRule] = []
}

/// How a server's answer becomes the one that the toolkit gives.
package struct AnswerMapping: Sendable, Hashable {
    /// Where in the answer to begin.
    package var path: JSONPath?
    /// The toolkit's answer, with placeholders for the server's; `nil` leaves it as it is.
    package var value: DocumentNode?
    /// Whether ``value`` is made for each element of a list.
    package var isForEach = false
    /// The answer where the server has nothing.
    package var whenEmpty: DocumentNode?
}

/// Tells an answer that is a failure in truth.
package struct FailureRule: Sendable, Hashable {
    package var sign: Sign
    /// The exception's class, as the toolkit would have raised it.
    package var type: String
    /// Placeholders stand for parts of the answer; `nil` takes what was found.
    package var message: DocumentNode?

    package enum Sign: Sendable, Hashable {
        /// Something stands there, and is neither false nor empty.
        case path(JSONPath)
        /// The answer's text matches the regular expression, which was tried when the map was read.
        case pattern(String)
    }
}
