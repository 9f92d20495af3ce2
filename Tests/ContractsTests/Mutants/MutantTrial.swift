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

    /// What a law says of a mutant; `nil` where it lets it through.
    static func caught(by scenario: Scenario, _ mutant: Mutant, on sites: TrialSites) async -> String? {
        let world = sites.world(writing: scenario.law?.writes == true) { mutant.change(&$0) }
        return await LawTrial(world: world).report(of: [scenario]).results.first?.caught
    }

    /// All laws on all of their mutants; made once for the tests and the page.
    static let findings = Task { () throws -> [Finding] in
        let sites = TrialSites()
        return try await withThrowingTaskGroup(of: (Int, Finding).self) { group in
            var number = 0
            for scenario in try laws() {
                guard let law = scenario.law else { continue }
                for mutant in Mutant.all where mutant.law == law.id {
                    let index = number
                    number += 1
                    group.addTask {
                        let problem = await caught(by: scenario, mutant, on: sites)
                        return (index, Finding(law: law, mutant: mutant, problem: problem))
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
