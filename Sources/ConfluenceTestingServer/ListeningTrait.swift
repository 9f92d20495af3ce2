import ConfluenceTesting
import SimulatorServer
public import Testing

/// Puts the site of a test case on a free port of this machine, for as long as the case runs.
///
/// It stands after the trait that gives the site: `@Test(.confluence(.cloud), .listening)`.
public struct ListeningTrait: TestTrait, SuiteTrait, TestScoping {
    public var isRecursive: Bool { true }

    @concurrent
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let server = try await SimulatorServer.start([try ConfluenceSite.current.simulator])
        do {
            try await ConfluenceSite.$portOfThisTest.withValue(server.port) { try await function() }
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}

extension Trait where Self == ListeningTrait {
    /// Lets the site of the test answer at ``ConfluenceSite/localURL``.
    public static var listening: Self { ListeningTrait() }
}
