import ConfluenceModel
import Foundation
import Scenarios
import Testing

@testable import DoctorCommands

@Suite("Every law can fail: it catches a deliberate change to the simulator")
struct MutantTests {
    @Test("the simulator keeps all laws, and laws that read take no more than 60 requests on a site")
    func laws() async throws {
        let laws = try MutantTrial.laws()
        for hosting in [DeploymentKind.cloud, .dataCenter] {
            let some = laws.filter { $0.law?.api.deployment == hosting }
            let report = await LawTrial(world: EmbeddedWorld.scenarios).report(of: some)
            for result in report.results where result.status != .passed {
                let problems = result.steps.filter { $0.status == .failed }.map { "\($0.title): \($0.problems)" }
                Issue.record("\(result.name): \(result.reason ?? "") \(problems)")
            }
            #expect(report.reads <= 60, "\(hosting.title): laws that only read send \(report.reads) requests")
        }
    }

    @Test("each mutant is named after a law, and each law has one")
    func table() throws {
        let ids = Set(try MutantTrial.laws().compactMap(\.law?.id))
        #expect(Set(Mutant.all.map(\.law)).subtracting(ids).sorted() == [])
        #expect(ids.subtracting(Mutant.all.map(\.law)).sorted() == [], "laws without a mutant prove nothing")
    }

    @Test("each mutant is caught by its law")
    func caught() async throws {
        let findings = try await MutantTrial.findings.value
        let byMutant = Dictionary(grouping: findings) { "\($0.mutant.law): \($0.mutant.says)" }
        for (mutant, tries) in byMutant.sorted(by: { $0.key < $1.key }) {
            #expect(tries.contains { $0.problem != nil }, "no law caught the mutant \(mutant)")
        }
    }

    @Test("19 of 20 laws, counted on each interface, catch a mutant")
    func score() async throws {
        let findings = try await MutantTrial.findings.value
        let page = LawPage(
            laws: try MutantTrial.laws().compactMap(\.law), findings: findings, shared: try SharedMutants.read())
        let missed = page.missed.joined(separator: ", ")
        #expect(page.caught * 20 >= page.total * 19, "\(page.caught) of \(page.total); not caught: \(missed)")
    }

    @Test("what is known of mutants that other laws catch is of mutants that there are")
    func sharedTitles() throws {
        #expect(try SharedMutants.read().titles.subtracting(Mutant.all.map(\.title)).sorted() == [])
    }

    @Test(
        "which laws catch the mutants of others is known",
        .enabled(if: ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_ALL_LAWS"] != nil))
    func shared() async throws {
        let measured = try await SharedMutants.measured()
        if ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_WRITE_PAGES"] != nil { try measured.write() }
        let known = try SharedMutants.read()
        for mutant in Mutant.all {
            for hosting in [DeploymentKind.cloud, .dataCenter] {
                let found = measured.laws(catching: mutant, on: hosting)
                #expect(found == known.laws(catching: mutant, on: hosting), "\(mutant.title) on \(hosting.title)")
            }
        }
    }

    @Test("docs/contracts.md is current")
    func page() async throws {
        let laws = try MutantTrial.laws().compactMap(\.law)
        let text = LawPage(
            laws: laws, findings: try await MutantTrial.findings.value, shared: try SharedMutants.read()
        ).text
        let file = MutantTrial.root.appending(path: "docs/contracts.md")
        if ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_WRITE_PAGES"] != nil {
            try Data(text.utf8).write(to: file)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == text, "write it anew: CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter MutantTests")
    }
}
