import ConfluenceModel
import Diagnosis
import Testing

@Suite("Sites that this project did not make are told by what they write")
struct ForeignSitesTests {
    @Test(
        "the right cause stands first, and nothing wrong is called certain",
        arguments: ForeignSite.confluences + ForeignSite.clouds + ForeignSite.gateways + ForeignSite.fronts
            + ForeignSite.firewalls + ForeignSite.portals)
    func first(_ site: ForeignSite) async throws {
        let report = try await site.report()
        let named = report.causes.map { "\($0.id)\($0.isProven ? "!" : "") \($0.explanation)" }
        let asked = report.probes.map { "\($0.request) → \($0.answer)" }
        let story = (["\(report.verdict)"] + named + asked).joined(separator: "\n")
        #expect(report.causes.first.map { site.causes.contains($0.id) } == true, "\(story)")
        #expect(report.verdict == .problem)
        #expect(report.causes.allSatisfy { !$0.isProven || site.causes.contains($0.id) }, "\(story)")
        #expect(!report.causes.contains { $0.id == .hostingMismatch }, "\(story)")
        #expect(report.requests <= 12 && report.failedLogins <= 1, "\(story)")
    }
}
