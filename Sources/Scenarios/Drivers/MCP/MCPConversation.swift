import ConfluenceWire
import Subprocess

/// A conversation over the standard streams of a process, from its start to its end.
struct MCPConversation: Sendable {
    let process: DriverProcess
    /// What the greeting carries for drivers of this project; `nil` for servers that know nothing of it.
    let configuration: JSON?
    let startDeadline: Duration
    let clock: any Clock<Duration>

    /// Starts the process, greets, and lends the session.
    func run<Result: Sendable>(_ body: @Sendable (MCPSession) async throws -> Result) async throws -> Result {
        let (messages, continuation) = MCPReading.makeStream()
        return try await process.run(
            reading: { output, _ in await MCPReading.read(output, into: continuation) }
        ) { running, lastWords in
            let session = MCPSession(
                driver: process.driver, messages: messages, lastWords: lastWords, clock: clock
            ) { bytes in
                _ = try await running.standardInputWriter.write(bytes)
            }
            await session.initialize(configuration: configuration, deadline: startDeadline)
            return await DriverProcess.Ending(of: session, body)
        }
    }
}

extension DriverProcess.Ending {
    /// What came of the work with a session.
    init(of session: MCPSession, _ body: @Sendable (MCPSession) async throws -> Result) async {
        do {
            result = .success(try await body(session))
        } catch {
            result = .failure(error)
        }
        hasFailed = await session.hasFailed
    }
}
