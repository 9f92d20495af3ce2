import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import Scenarios

@Suite("A plan says what is run with what, how often and in which order")
struct RunPlanTests {
    private struct NamedDriver: Driver {
        let name: String
        let needsSocket = false

        func withSession<Result: Sendable>(
            for setup: DriverSetup, _ body: @Sendable (any DriverSession) async throws -> Result
        ) async throws -> Result {
            try await Samples.CannedDriver { _, _ in .value("fine") }.withSession(for: setup, body)
        }
    }

    private static let drivers: [any Driver] = ["native", "elitea", "alita"].map(NamedDriver.init)

    private static func scenarios(_ count: Int) throws -> [Scenario] {
        try (0..<count).map { number in
            let header = Samples.header.replacing("name: A sample", with: "name: Scenario \(number)")
            return try Samples.scenario(header + "diagnose: {}\n", file: "\(number % 3)/\(number).yaml")
        }
    }

    private static func names(_ units: [RunUnit]) -> [String] {
        units.map { "\($0.scenario.name) \($0.driver.name) \($0.repetition ?? 0)" }
    }

    @Test("each scenario runs with each driver, as often as asked for, side by side")
    func order() throws {
        let plan = RunPlan(drivers: Array(Self.drivers.prefix(2)), repetitions: 2)
        #expect(
            Self.names(plan.units(of: try Self.scenarios(2))) == [
                "Scenario 0 native 1", "Scenario 0 native 2", "Scenario 0 elitea 1", "Scenario 0 elitea 2",
                "Scenario 1 native 1", "Scenario 1 native 2", "Scenario 1 elitea 1", "Scenario 1 elitea 2",
            ])
    }

    @Test("all shards together run everything exactly once, and none has two more than another", arguments: 1...9)
    func shards(count: Int) throws {
        let scenarios = try Self.scenarios(17)
        let all = Self.names(RunPlan(drivers: Self.drivers).units(of: scenarios))
        var parts: [[String]] = []
        for index in 1...count {
            let shard = try #require(Shard("\(index)/\(count)"))
            let units = RunPlan(drivers: Self.drivers, shard: shard).units(of: scenarios)
            // Found alike on a machine that met the files in another order.
            let elsewhere = RunPlan(drivers: Self.drivers, shard: shard).units(of: scenarios.reversed())
            #expect(Set(Self.names(units)) == Set(Self.names(elsewhere)))
            for driver in Self.drivers {
                let share = units.count { $0.driver.name == driver.name }
                #expect(share >= 17 / count - 1 && share <= 17 / count + 1)
            }
            parts.append(Self.names(units))
        }
        #expect(parts.flatMap(\.self).sorted() == all.sorted())
        #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
    }

    @Test("what is no part of a run is refused", arguments: ["0/2", "3/2", "1/0", "1", "a/b", "1/2/3", "-1/2", ""])
    func noShard(text: String) {
        #expect(Shard(text) == nil)
    }

    @Test("a seed shuffles alike each time, and another seed otherwise")
    func shuffle() throws {
        let scenarios = try Self.scenarios(20)
        func order(_ seed: UInt64?) -> [String] {
            Self.names(RunPlan(drivers: Self.drivers, seed: seed).units(of: scenarios))
        }
        #expect(order(7) == order(7))
        #expect(order(7) != order(8) && order(7) != order(nil))
        #expect(order(7).sorted() == order(nil).sorted())
    }

    @Test("nothing is begun once one has failed")
    func failFast() async throws {
        let driver = Samples.CannedDriver { _, _ in .failure(exceptionType: "HTTPError", message: "no") }
        let scenarios = try (0..<4).map {
            try Samples.scenario(Samples.header + "steps:\n  - tool: read_page_by_id\n", file: "\($0).yaml")
        }
        let world = Samples.World()
        let plan = RunPlan(drivers: [driver], failsFast: true)
        let report = await ScenarioRunner(world: world.world, plan: plan, jobs: 1).run(scenarios)
        #expect(report.scenarios.map(\.status) == [.failed, .skipped, .skipped, .skipped])
        #expect(report.scenarios[1].reason == "not begun, since another one failed (--fail-fast)")
        #expect(world.log.withLock { $0.started } == 1)
        #expect(!report.wasInterrupted)
    }

    @Test("repetitions that end differently are flaky, all of them")
    func unsteady() async throws {
        let calls = Mutex(0)
        let driver = Samples.CannedDriver { _, _ in
            let number = calls.withLock { calls in
                calls += 1
                return calls
            }
            return number == 2 ? .failure(exceptionType: "HTTPError", message: "no") : .value("fine")
        }
        let scenario = try Samples.scenario(Samples.header + "steps:\n  - tool: read_page_by_id\n")
        let plan = RunPlan(drivers: [driver], repetitions: 3)
        let report = await ScenarioRunner(world: Samples.World().world, plan: plan, jobs: 1).run([scenario])
        #expect(report.scenarios.map(\.repetition) == [1, 2, 3])
        #expect(report.scenarios.map(\.status) == [.passed, .failed, .passed])
        #expect(report.scenarios.map(\.isFlaky) == [true, true, true])
        let steady = await ScenarioRunner(world: Samples.World().world, plan: plan, jobs: 1).run([scenario])
        #expect(steady.flakyCount == 0)
    }

    @Test("progress tells what is under way, and ends with everything told")
    func progress() async throws {
        let scenarios = try Self.scenarios(5)
        let heard = Mutex<[RunProgress]>([])
        let runner = ScenarioRunner(world: Samples.World().world, plan: RunPlan(drivers: Self.drivers), jobs: 2)
        _ = await runner.run(scenarios) { progress in heard.withLock { $0.append(progress) } }
        let all = heard.withLock { $0 }
        #expect(all.allSatisfy { $0.total == 15 && $0.underWay.count <= 2 })
        #expect(all.first?.underWay == ["Scenario 0", "Scenario 0"])
        #expect(all.last?.finished == 15 && all.last?.underWay.isEmpty == true)
        #expect(all.flatMap(\.told).count == 15)
    }
}
