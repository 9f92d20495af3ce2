import ConfluenceWire

/// Serves the doctor's work to an assistant: the Model Context Protocol over lines of JSON-RPC 2.0.
///
/// Specification: https://modelcontextprotocol.io/specification/2025-06-18
package actor AssistantServer {
    private let tools: ToolDesk
    private let version: String
    private let write: @Sendable ([UInt8]) async -> Void
    private var isInitialized = false
    private var running: [JSON: Task<Void, Never>] = [:]

    /// The newest first; a client that asks for another one is offered that.
    private static let protocolVersions = ["2025-06-18", "2025-03-26", "2024-11-05"]
    private static let mostCalls = 8

    /// - Parameter write: Takes the line of an answer.
    package init(world: AssistantWorld, version: String, write: @escaping @Sendable ([UInt8]) async -> Void) {
        tools = ToolDesk(world: world)
        self.version = version
        self.write = write
    }

    /// Serves until the lines end, then waits for the calls that are still being made.
    package func serve(_ lines: AsyncStream<LineCutter.Line>) async {
        for await line in lines {
            switch line {
            case .whole(let bytes): await take(RPCMessage(line: bytes))
            case .tooLong(let limit):
                await write(
                    RPCMessage.error(id: .null, RPCError(.parseError, "a line of more than \(limit >> 20) MiB")))
            }
        }
        for task in running.values { await task.value }
    }

    private func take(_ message: RPCMessage) async {
        switch message {
        case .answer: break
        case .invalid(let id, let error): await write(RPCMessage.error(id: id, error))
        case .notification(let method, let params):
            if method == "notifications/cancelled", let id = params["requestId"] { running[id]?.cancel() }
        case .request(let id, "tools/call", let params): await call(id, params)
        case .request(let id, let method, let params):
            do {
                await write(RPCMessage.result(id: id, try answer(method, params)))
            } catch {
                await write(RPCMessage.error(id: id, error))
            }
        }
    }

    private func answer(_ method: String, _ params: JSON) throws(RPCError) -> JSON {
        switch method {
        case "initialize": return initialize(params)
        case "ping": return [:]
        case "tools/list":
            try requireInitialized()
            return ["tools": .array(ToolDesk.descriptions)]
        default: throw RPCError(.methodNotFound, "there is no method of that name here")
        }
    }

    private func initialize(_ params: JSON) -> JSON {
        isInitialized = true
        let wanted = params["protocolVersion"]?.stringValue ?? ""
        let spoken = Self.protocolVersions.contains(wanted) ? wanted : Self.protocolVersions[0]
        return [
            "protocolVersion": .string(spoken),
            "capabilities": ["tools": ["listChanged": false]],
            "serverInfo": ["name": "confluence-doctor", "title": "Confluence Doctor", "version": .string(version)],
            "instructions": .string(ToolDesk.instructions),
        ]
    }

    private func requireInitialized() throws(RPCError) {
        guard isInitialized else { throw RPCError(.invalidRequest, "“initialize” comes first") }
    }

    // MARK: Calls

    private func call(_ id: JSON, _ params: JSON) async {
        do {
            try requireInitialized()
            guard running[id] == nil else { throw RPCError(.invalidRequest, "a call with this id is still being made") }
            guard running.count < Self.mostCalls else {
                throw RPCError(.busy, "\(Self.mostCalls) calls are being made already")
            }
            let call = try tools.call(params)
            running[id] = Task {
                let result = await call()
                // Whoever has taken a call back wants no answer to it.
                if !Task.isCancelled { await self.write(RPCMessage.result(id: id, result)) }
                self.end(id)
            }
        } catch let error as RPCError {
            await write(RPCMessage.error(id: id, error))
        } catch {
            await write(RPCMessage.error(id: id, RPCError(.invalidParams, "the call can't be read")))
        }
    }

    private func end(_ id: JSON) {
        running[id] = nil
    }
}
