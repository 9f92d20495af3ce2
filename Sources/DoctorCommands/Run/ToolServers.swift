import ConfluenceWire
import Foundation
import LiveTransport

/// The way to MCP servers that answer over HTTP, for drivers by a tool map.
enum ToolServers {
    /// Opens connections for one exchange: calls are few, and a server may end between two of them.
    static let send: Send = { request in
        // How long an answer may take is the scenario's to say; this only ends what is forgotten.
        let transport = LiveTransport(timeout: .seconds(3600), environment: ProcessInfo.processInfo.environment)
        do {
            let response = try await transport.send(request)
            await transport.shutdown()
            return response
        } catch {
            await transport.shutdown()
            throw error
        }
    }
}
