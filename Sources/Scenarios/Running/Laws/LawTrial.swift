package import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import Synchronization

/// Tries laws in one world: the simulator's, or that of a live site; the same code for both.
///
/// Laws that only read share one site and its answers; each of the others has what the world gives a scenario.
package struct LawTrial: Sendable {
    private let world: ScenarioWorld

    package init(world: ScenarioWorld) {
        var world = world
        world.keepsBodies = true
        self.world = world
    }

    /// What came of the laws, in their order.
    package struct Report: Sendable {
        package var results: [ScenarioResult]
        /// How many requests the laws that only read came to.
        package var reads: Int
        /// How many requests the laws came to that write.
        package var writes: Int
        package var elapsedMilliseconds: Int
    }

    package func report(
        of laws: [Scenario], progress tell: @Sendable (ScenarioResult) -> Void = { _ in }
    ) async -> Report {
        let start = ContinuousClock.now
        let reading = laws.indices.filter { laws[$0].law?.writes != true }
        let writing = laws.indices.filter { laws[$0].law?.writes == true }
        let shared = SharedSites(world: world)
        let counted = CountedSites(world: world)
        var results: [Int: ScenarioResult] = [:]
        for (indices, world) in [(reading, shared.world), (writing, counted.world)] where !indices.isEmpty {
            // One after the other: a live site is not to be hurried, and answers are shared.
            let runner = ScenarioRunner(world: world, driver: RequestsOnlyDriver(), jobs: 1)
            let report = await runner.run(indices.map { laws[$0] }) { $0.told.forEach(tell) }
            for (index, result) in zip(indices, report.scenarios) { results[index] = result }
        }
        await shared.stop()
        return Report(
            results: laws.indices.compactMap { results[$0] }, reads: shared.sentCount, writes: counted.sentCount,
            elapsedMilliseconds: (ContinuousClock.now - start).inMilliseconds)
    }
}

/// Sites that are started once for all laws that only read.
private actor SharedSites {
    private let original: ScenarioWorld
    private var running: [[String]: RunningSites] = [:]
    nonisolated private let notes = Mutex<[SharedAnswers]>([])

    init(world: ScenarioWorld) {
        original = world
    }

    nonisolated var sentCount: Int { notes.withLock { $0.map(\.sentCount).reduce(0, +) } }

    nonisolated var world: ScenarioWorld {
        var world = original
        world.startSites = { [self] sites, _ in try await start(sites) }
        return world
    }

    private func start(_ sites: [ScenarioSite]) async throws -> RunningSites {
        let key = sites.map(\.source.identity)
        if let running = running[key] { return running }
        var started = try await original.startSites(sites, false)
        let answers = SharedAnswers(sharesReads: true)
        notes.withLock { $0.append(answers) }
        started.first = answers.watching(started.first)
        stops.append(started.stop)
        started.stop = {}
        running[key] = started
        return started
    }

    private var stops: [@Sendable () async -> Void] = []

    func stop() async {
        for stop in stops { await stop() }
        stops = []
        running = [:]
    }
}

/// Sites as the world gives them, but for what is noted of them.
private final class CountedSites: Sendable {
    private let original: ScenarioWorld
    private let notes = Mutex<[SharedAnswers]>([])

    init(world: ScenarioWorld) {
        original = world
    }

    var sentCount: Int { notes.withLock { $0.map(\.sentCount).reduce(0, +) } }

    var world: ScenarioWorld {
        var world = original
        world.startSites = { [self] sites, withSocket in
            var started = try await original.startSites(sites, withSocket)
            let answers = SharedAnswers(sharesReads: false)
            notes.withLock { $0.append(answers) }
            started.first = answers.watching(started.first)
            return started
        }
        return world
    }
}

extension SiteSource {
    /// What tells one site from another, wherever they are named.
    fileprivate var identity: String {
        switch self {
        case .file(let path, _): path
        case .inline(let node): node.json.compactText
        }
    }
}
