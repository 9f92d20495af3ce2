import ConfluenceModel
import ConfluenceWire
import Documents

/// A conversation in the toolkit's words, held in those of another server.
actor MappedSession: DriverSession {
    private let map: ToolMap
    private let session: MCPSession
    private let placeholders: MapPlaceholders
    /// The server's own tools, once they were asked for.
    private var offered: [String: JSON]?

    init(map: ToolMap, session: MCPSession, placeholders: MapPlaceholders) {
        self.map = map
        self.session = session
        self.placeholders = placeholders
    }

    var product: DriverProduct? {
        get async {
            let greeted = await session.product
            return map.product.map { DriverProduct(name: $0.name, version: $0.version ?? greeted?.version) } ?? greeted
        }
    }

    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
        guard let mapping = map.tools[tool] else {
            throw refusal("it has no \(tool): \(map.absence(of: tool) ?? "")")
        }
        let name = try mapping.calls.text()
        let schema = try await offeredTool(name, at: mapping.calls, deadline: deadline)
        let completed = mapping.completed(arguments)
        let sent: JSONObject
        do {
            sent = try mapping.serverArguments(completed, placeholders)
        } catch {
            throw refusal(
                mapping.calls.error(
                    "nothing is said of the argument “\(error.argument)” of \(tool); write it into “arguments” or “drops”"
                ))
        }
        try check(mapping.arguments, against: schema)
        let answer = try await session.call(name, arguments: sent, deadline: deadline)
        switch answer {
        case .failure(let type, let message):
            return mapping.failure(in: .string(message), rules: map.failures)
                ?? .failure(exceptionType: type == "Exception" ? "ToolError" : type, message: message)
        case .value(let value):
            return mapping.failure(in: value, rules: map.failures) ?? .value(mapping.answer(to: completed, from: value))
        }
    }

    private func offeredTool(_ name: String, at node: DocumentNode, deadline: Duration) async throws -> JSON {
        let known: [String: JSON]
        if let offered {
            known = offered
        } else {
            known = try await session.tools(deadline: deadline)
            offered = known
        }
        guard let tool = known[name] else {
            throw refusal(node.error(DocumentNode.unknown("tool of the server", name, among: known.keys.sorted())))
        }
        return tool["inputSchema"] ?? .null
    }

    /// A server that closes its list of arguments would refuse others; the map's line is the better message.
    private func check(_ arguments: [DocumentNode.Entry], against schema: JSON) throws {
        guard let known = schema["properties"]?.objectValue?.keys, !known.isEmpty else { return }
        for entry in arguments where !known.contains(entry.key) {
            throw refusal(entry.error(DocumentNode.unknown("argument of the server's tool", entry.key, among: known)))
        }
    }

    private func refusal(_ error: DocumentError) -> DriverFailure { refusal(error.description) }

    private func refusal(_ message: String) -> DriverFailure { .refused(driver: map.name, message: message) }
}
