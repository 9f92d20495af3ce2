import ConfluenceModel
import Foundation
import Scenarios

@testable import DoctorCommands

/// Tries each law on its mutants, in process.
enum MutantTrial {
    /// A law of one interface, on the site with one change in it.
    struct Finding: Sendable {
        var law: Law
        var mutant: Mutant
        /// What the law said; `nil` where it let the mutant through.
        var problem: String?
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The laws of this project.
    static func laws() throws -> [Scenario] {
        try ScenarioFiles.read(
            [root.appending(path: "scenarios/contracts").path()], vocabulary: EmbeddedWorld.vocabulary
        )
        .filter { $0.law != nil }
    }

    /// All laws on all of their mutants; made once for the tests and the page.
    static let findings = Task { () throws -> [Finding] in
        let sites = ReadSites()
        return try await withThrowingTaskGroup(of: (Int, Finding).self) { group in
            var number = 0
            for scenario in try laws() {
                guard let law = scenario.law else { continue }
                for mutant in Mutant.all where mutant.law == law.id {
                    let index = number
                    number += 1
                    group.addTask {
                        let world = sites.world(law.writes, with: mutant.mutations)
                        let result = await LawTrial(world: world).report(of: [scenario]).results.first
                        return (index, Finding(law: law, mutant: mutant, problem: result?.caught))
                    }
                }
            }
            var findings: [(Int, Finding)] = []
            for try await finding in group { findings.append(finding) }
            return findings.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension ScenarioResult {
    /// What a step of the law itself said; what fails before it proves nothing.
    fileprivate var caught: String? {
        guard status == .failed else { return nil }
        return steps.first { $0.status == .failed && $0.part == .steps }?.problems.first
    }
}

/// Simulated sites for laws that only read: nothing changes them, so that each is started once.
private actor ReadSites {
    private var running: [String: RunningSites] = [:]

    /// The simulator's world, with the changes before each site.
    nonisolated func world(_ writes: Bool, with mutations: [Mutation]) -> ScenarioWorld {
        var world = EmbeddedWorld.scenarios
        world.startSites = { [self] sites, withSocket in
            var started =
                writes ? try await EmbeddedWorld.scenarios.startSites(sites, withSocket) : try await shared(sites)
            for mutation in mutations {
                started.first.send = mutation.send(of: started.first.definition, started.first.send)
            }
            return started
        }
        return world
    }

    private func shared(_ sites: [ScenarioSite]) async throws -> RunningSites {
        var key = ""
        if case .file(let path, _) = sites.first?.source { key = path }
        if let site = running[key] { return site }
        let site = try await EmbeddedWorld.scenarios.startSites(sites, false)
        running[key] = site
        return site
    }
}
