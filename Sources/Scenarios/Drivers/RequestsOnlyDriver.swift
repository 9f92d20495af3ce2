/// Drives no toolkit: for scenarios that ask the site by requests of their own.
package struct RequestsOnlyDriver: Driver {
    package let name = "http"
    package let needsSocket = false

    package init() {}

    package func absence(of tool: String) -> String? {
        "it sends the requests of http steps only; --driver native or elitea calls tools"
    }

    package func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result {
        try await body(BrokenSession(failure: .notStarted(driver: name, reason: "it drives no toolkit")))
    }
}
