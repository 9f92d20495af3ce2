import ConfluenceWire
import Subprocess

/// A conversation over HTTP, with a server that runs already or is started for it.
struct WebConversation: Sendable {
    let driver: String
    let address: WebAddress
    let headers: [(name: String, value: String)]
    let send: Send
    let startDeadline: Duration
    let clock: any Clock<Duration>

    /// Greets, and lends the session; a process is started before, and ended after it.
    func run<Result: Sendable>(
        with process: DriverProcess?, _ body: @Sendable (MCPSession) async throws -> Result
    ) async throws -> Result {
        guard let process else { return try await converse(LastWords(), body).result.get() }
        // A server's log may go to either of its outputs.
        return try await process.run(
            reading: { output, lastWords in
                do {
                    for try await chunk in output { lastWords.append(chunk.bytesCopy) }
                } catch {
                    lastWords.append(Array("its standard output could not be read: \(error)\n".utf8))
                }
            }
        ) { _, lastWords in
            await converse(lastWords, body)
        }
    }

    private func converse<Result: Sendable>(
        _ lastWords: LastWords, _ body: @Sendable (MCPSession) async throws -> Result
    ) async -> DriverProcess.Ending<Result> {
        let (messages, continuation) = MCPReading.makeStream()
        let patient = Patience(send: send, clock: clock)
        let web = MCPOverHTTP(address: address, headers: headers, send: patient.ask, messages: continuation)
        let session = MCPSession(
            driver: driver, messages: messages, lastWords: lastWords, clock: clock, write: web.write)
        await session.initialize(configuration: nil, deadline: startDeadline)
        let ending = await DriverProcess.Ending(of: session, body)
        await web.close()
        return ending
    }
}

/// Waits for a server that has been started and does not listen yet; the greeting's deadline ends the waiting.
private actor Patience {
    private let send: Send
    private let clock: any Clock<Duration>
    private var hasAnswered = false

    init(send: @escaping Send, clock: any Clock<Duration>) {
        self.send = send
        self.clock = clock
    }

    func ask(_ request: Request) async throws -> Response {
        while true {
            do {
                let response = try await send(request)
                hasAnswered = true
                return response
            } catch let failure as TransportFailure {
                guard case .connectionRefused = failure, !hasAnswered else { throw failure }
                try await clock.sleep(for: .milliseconds(50))
            }
        }
    }
}
