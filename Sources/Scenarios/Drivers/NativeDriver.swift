import ConfluenceToolkit
import ConfluenceWire

/// Runs the toolkit's tools as this package carries them, in the same process.
package struct NativeDriver: Driver {
    package let name = "native"
    package let needsSocket = false

    package init() {}

    package func absence(of tool: String) -> String? {
        if tool == ScenarioVocabulary.connectionCheck { return "that is the SDK's own code; elitea and alita have it" }
        guard ToolkitTool(rawValue: tool)?.group == .index else { return nil }
        return "it has no embedding model and writes into no vector store; the driver elitea does"
    }

    package func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result {
        // The toolkit waits between its retries; a simulated site has nothing to recover from in that time.
        let toolkit = Toolkit(setup.configuration, send: setup.send, sleep: { _ in })
        return try await body(NativeSession(toolkit: toolkit))
    }
}

/// The toolkit of one configuration, called directly.
private struct NativeSession: DriverSession {
    let toolkit: Toolkit

    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
        do {
            let value = try await withDeadline(deadline, clock: ContinuousClock()) {
                try await toolkit.call(tool, arguments: arguments)
            }
            return .value(value)
        } catch let error as ToolError {
            return .failure(exceptionType: error.exceptionType, message: error.message)
        } catch is DeadlineExceeded {
            throw DriverFailure.timedOut(
                driver: "native", waitingFor: "\(tool)", seconds: deadline.inSeconds, lastWords: "")
        }
    }
}
