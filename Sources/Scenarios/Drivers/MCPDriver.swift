import ConfluenceWire
import Subprocess
import Synchronization

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

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
    /// How long the process may take until it greets; large Python packages take their time to load.
    private let startDeadline: Duration
    private let clock: any Clock<Duration>

    package init(
        name: String,
        command: Command,
        startDeadline: Duration = .seconds(180),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.name = name
        self.command = command
        self.startDeadline = startDeadline
        self.clock = clock
    }

    package func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result {
        BrokenPipe.becomesError()
        // What came of the conversation is kept aside: a process that ends badly after it takes nothing back.
        let kept = Mutex<Swift.Result<Result, any Error>?>(nil)
        var failure: any Error = CancellationError()
        do {
            _ = try await Subprocess.run(
                executable,
                arguments: Arguments(command.arguments),
                environment: .custom(environment(for: setup)),
                platformOptions: Self.platformOptions,
                input: .inputWriter,
                output: .sequence,
                error: .sequence
            ) { process in
                let result = await converse(with: process, about: setup.document, body)
                kept.withLock { $0 = result }
            }
        } catch {
            failure = error
        }
        if let result = kept.withLock({ $0 }) { return try result.get() }
        if failure is CancellationError { throw failure }
        return try await body(BrokenSession(failure: .notStarted(driver: name, reason: "\(failure)")))
    }

    /// The words of a command are a path where they hold a slash, and else a name to look for in `PATH`.
    private var executable: Executable {
        command.executable.contains("/") ? .path(FilePath(command.executable)) : .name(command.executable)
    }

    /// Greets, lends the session, and sees the process off.
    private func converse<Result: Sendable>(
        with process: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>,
        about configuration: JSON,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async -> Swift.Result<Result, any Error> {
        let lastWords = LastWords()
        let (messages, continuation) = AsyncThrowingStream.makeStream(
            of: MCPMessage.self, throwing: (any Error).self, bufferingPolicy: .bufferingOldest(MCPReading.backlog))
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await MCPReading.read(process.standardOutput, into: continuation) }
            group.addTask {
                do {
                    for try await chunk in process.standardError { lastWords.append(chunk.bytesCopy) }
                } catch {
                    lastWords.append(Array("its standard error could not be read: \(error)\n".utf8))
                }
            }
            let session = MCPSession(driver: name, messages: messages, lastWords: lastWords, clock: clock) { bytes in
                _ = try await process.standardInputWriter.write(bytes)
            }
            await session.initialize(configuration: configuration, deadline: startDeadline)
            let result: Swift.Result<Result, any Error>
            do {
                result = .success(try await body(session))
            } catch {
                result = .failure(error)
            }
            // A process that has failed once is not asked to leave, it is told to.
            let hasFailed = await session.hasFailed
            try? await process.standardInputWriter.finish()
            await process.teardown(using: hasFailed ? Self.dismissal : Self.farewell)
            await group.waitForAll()
            return result
        }
    }

    /// First the time to leave by itself: SIGCONT changes nothing for a process that runs, and wakes one that was stopped.
    private static let farewell: [TeardownStep] =
        [.send(signal: .resume, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))] + dismissal

    private static let dismissal: [TeardownStep] = [
        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
    ]

    private static var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        // A session of its own: its children end with it, and Ctrl-C at the terminal reaches it through us only.
        options.createSession = true
        options.teardownSequence = dismissal
        return options
    }

    /// The caller's environment, with every way to the network leading to the simulator.
    private func environment(for setup: DriverSetup) -> [Environment.Key: String] {
        var variables = command.environment
        for name in ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"] {
            if let file = setup.authorityFile { variables[name] = file }
        }
        if let proxy = setup.proxy {
            for name in ["http_proxy", "https_proxy", "all_proxy"] {
                variables[name] = proxy
                variables[name.uppercased()] = proxy
            }
            variables["no_proxy"] = ""
            variables["NO_PROXY"] = ""
            // A simulated site gets no better by waiting.
            variables["CONFLUENCE_DOCTOR_FAST_RETRIES"] = "1"
        }
        return variables.reduce(into: [:]) { keys, variable in
            if let key = Environment.Key(rawValue: variable.key) { keys[key] = variable.value }
        }
    }
}

/// Stands in for a process that could not be started.
private struct BrokenSession: DriverSession {
    let failure: DriverFailure

    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
        throw failure
    }
}
