package import ConfluenceWire
import Documents

/// Drives any MCP server by a tool map: the scenarios' tool calls become calls of the server's own tools.
package struct MappedDriver: Driver {
    package let needsSocket = true
    private let map: ToolMap
    /// Where prepared drivers are.
    private let drivers: String
    /// The environment that the server inherits.
    private let environment: [String: String]
    /// Asks servers that answer over HTTP.
    private let send: Send
    private let startDeadline: Duration
    private let clock: any Clock<Duration>

    package init(
        map: ToolMap, drivers: String, environment: [String: String], send: @escaping Send,
        startDeadline: Duration = .seconds(180),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.map = map
        self.drivers = drivers
        self.environment = environment
        self.send = send
        self.startDeadline = startDeadline
        self.clock = clock
    }

    package var name: String { map.name }

    package func absence(of tool: String) -> String? { map.absence(of: tool) }

    package func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result {
        let needsPort = map.server.url.map { MapTemplate.names(in: $0).contains { $0.name == "port" } } ?? false
        let placeholders = MapPlaceholders(
            setup: setup, port: needsPort ? try FreePort.find() : nil, folder: map.folder, drivers: drivers)
        let lend: @Sendable (MCPSession) async throws -> Result = { session in
            try await body(MappedSession(map: map, session: session, placeholders: placeholders))
        }
        do {
            guard let url = map.server.url else {
                guard let process = process(setup, placeholders) else { throw CancellationError() }
                return try await MCPConversation(
                    process: process, configuration: nil, startDeadline: startDeadline, clock: clock
                ).run(lend)
            }
            let web = WebConversation(
                driver: name, address: try address(url, placeholders), headers: headers(placeholders), send: send,
                startDeadline: startDeadline, clock: clock)
            return try await web.run(with: process(setup, placeholders), lend)
        } catch let failure as ProcessNotStarted {
            return try await body(BrokenSession(failure: failure.reason))
        }
    }

    /// What the map starts; `nil` where the server runs already.
    private func process(_ setup: DriverSetup, _ placeholders: MapPlaceholders) -> DriverProcess? {
        let words = map.server.command?.compactMap { placeholders.template.fill($0)?.stringValue } ?? []
        guard let executable = words.first else { return nil }
        var variables = setup.environment(over: environment)
        for entry in map.server.environment {
            // A placeholder that stands for nothing takes the variable out, also where it was inherited.
            variables[entry.key] = placeholders.template.fill(entry.value).map { $0.stringValue ?? $0.compactText }
        }
        return DriverProcess(
            driver: name,
            command: .init(executable: executable, arguments: Array(words.dropFirst()), environment: variables))
    }

    private func headers(_ placeholders: MapPlaceholders) -> [(name: String, value: String)] {
        map.server.headers.compactMap { entry in
            placeholders.template.fill(entry.value).map { (entry.key, $0.stringValue ?? $0.compactText) }
        }
    }

    private func address(_ node: DocumentNode, _ placeholders: MapPlaceholders) throws -> WebAddress {
        let text = placeholders.template.fill(node)?.stringValue ?? ""
        do {
            return try WebAddress(parsing: text)
        } catch {
            let reason = node.error("“\(text)” is no address: \(error)").description
            throw ProcessNotStarted(reason: .notStarted(driver: name, reason: reason))
        }
    }
}
