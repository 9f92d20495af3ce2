import ConfluenceWire

/// Runs tool calls in a process of its own that speaks MCP over stdio; `Drivers/README.md` has the protocol.
package struct MCPDriver: Driver {
    /// What is started, and with which words.
    package struct Command: Sendable, Hashable {
        package var executable: String
        package var arguments: [String]
        package var environment: [String: String]

        package init(executable: String, arguments: [String] = [], environment: [String: String] = [:]) {
            self.executable = executable
            self.arguments = arguments
            self.environment = environment
        }
    }

    package let name: String
    package let needsSocket = true
    private let command: Command
    /// Tools that it can't call as it is set up, each with the reason.
    private let absent: [String: String]
    /// How long the process may take until it greets; large Python packages take their time to load.
    private let startDeadline: Duration
    private let clock: any Clock<Duration>

    package init(
        name: String,
        command: Command,
        absent: [String: String] = [:],
        startDeadline: Duration = .seconds(180),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.name = name
        self.command = command
        self.absent = absent
        self.startDeadline = startDeadline
        self.clock = clock
    }

    package func absence(of tool: String) -> String? { absent[tool] }

    package func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result {
        var command = command
        command.environment = setup.environment(over: command.environment)
        let conversation = MCPConversation(
            process: DriverProcess(driver: name, command: command), configuration: setup.document,
            startDeadline: startDeadline, clock: clock)
        do {
            return try await conversation.run(body)
        } catch let failure as ProcessNotStarted {
            return try await body(BrokenSession(failure: failure.reason))
        }
    }
}

extension DriverSetup {
    /// The caller's environment, with every way to the network leading to the simulator.
    func environment(over inherited: [String: String]) -> [String: String] {
        var variables = inherited
        for name in ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"] {
            if let file = authorityFile { variables[name] = file }
        }
        guard let proxy else { return variables }
        for name in ["http_proxy", "https_proxy", "all_proxy"] {
            variables[name] = proxy
            variables[name.uppercased()] = proxy
        }
        variables["no_proxy"] = ""
        variables["NO_PROXY"] = ""
        // A simulated site gets no better by waiting.
        variables["CONFLUENCE_DOCTOR_FAST_RETRIES"] = "1"
        return variables
    }
}
