package import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire

/// ELITEA's Confluence toolkit, spoken natively: the same tools, requests and results as elitea-sdk 0.11.27.
///
/// Where the real one has a defect, this one has it too: a scenario is to show what users meet.
package struct Toolkit: Sendable {
    package let configuration: ToolkitConfiguration
    private let client: ConfluenceClient
    private let memory = ErrorMemory()
    private let sleep: Sleep

    package init(_ configuration: ToolkitConfiguration, send: @escaping Send, sleep: @escaping Sleep) {
        self.configuration = configuration
        let headers = Headers(
            configuration.customHeaders.map {
                Headers.Field(name: $0.name, value: $0.value.revealed(for: .authorizationHeader))
            })
        client = ConfluenceClient(
            base: ClientAddress.clientBase(configuration.linkBase),
            authentication: configuration.authentication,
            sessionHeaders: headers, send: send, sleep: sleep)
        self.sleep = sleep
    }

    /// The names of the tools that this toolkit offers, in its order.
    package var toolNames: [String] { configuration.offeredTools.map(\.rawValue) }

    /// Calls a tool by its name, with named arguments; those that are null are left out.
    ///
    /// - Returns: A text, a list or an object, as the Python tool returns them.
    package func call(_ name: String, arguments: JSONObject) async throws -> JSON {
        do {
            try checkConfiguration()
            let tool = try offeredTool(name)
            let arguments = try ToolArguments(arguments, for: tool)
            let tools = ConfluenceTools(
                configuration: configuration, client: client, memory: memory, sleep: sleep)
            return try await tools.run(tool, arguments)
        } catch let error as ClientError {
            throw ToolError(error)
        }
    }

    /// What the toolkit's own constructor insists on.
    private func checkConfiguration() throws(ClientError) {
        if configuration.form == .legacyAgent { throw ClientError("KeyError", "'confluence_configuration'") }
        if configuration.credential.baseURL.isEmpty || configuration.form == .legacyMiddle {
            throw ClientError("ValidationError", "Base URL is required for Confluence API Wrapper.")
        }
        if configuration.authentication == .anonymous {
            throw ClientError(
                "ValidationError",
                "Either 'token' or both 'api_key' and 'username' must be provided for authentication.")
        }
    }

    private func offeredTool(_ name: String) throws(ClientError) -> ToolkitTool {
        let offered = configuration.offeredTools
        guard let tool = ToolkitTool(rawValue: name) else {
            let names = ToolkitTool.allCases.map(\.rawValue)
            let nearest = names.first { $0.hasPrefix(name) } ?? NearestWord.find(for: name, in: names)
            let hint = nearest.map { "did you mean “\($0)”?" } ?? "known are \(toolNames.joined(separator: ", "))"
            throw ClientError("ToolNotFound", "the toolkit has no tool “\(name)”, \(hint)")
        }
        guard offered.contains(tool) else {
            let reason =
                tool.group == .index && !(configuration.hasVectorStore && configuration.hasEmbeddingModel)
                ? "it needs pgvector_configuration and embedding_model"
                : "selected_tools leaves it out"
            throw ClientError("ToolNotFound", "this toolkit does not offer “\(name)”: \(reason)")
        }
        return tool
    }
}
