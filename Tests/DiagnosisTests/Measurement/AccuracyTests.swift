import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import Testing

@Suite("The doctor is measured", .serialized)
struct AccuracyTests {
    @Test("docs/accuracy.md says what is measured, and the figures are those that are wanted")
    func page() async throws {
        let measurement = try await Measurement.run()
        var pairs: [(ConfluenceSite.Acme, PairMeasurement)] = []
        for site in ConfluenceSite.Acme.allCases { pairs.append((site, try await PairMeasurement.run(on: site))) }
        let page = MeasurementPage(measurement: measurement, pairs: pairs, healthy: HealthyTests.cases.count)

        for measured in measurement.cases where !measured.isRight {
            Issue.record("\(measured.ailment) \(measured.entry): \(measured.report.summary)")
        }
        #expect(measurement.cases.allSatisfy { $0.report.verdict != .healthy })
        #expect(measurement.cases.map(\.report.requests).median <= 6)
        #expect(measurement.cases.allSatisfy { $0.report.failedLogins <= 1 })
        #expect(HealthyTests.cases.count >= 50)
        for (site, measured) in pairs {
            let missed = measured.visible.filter { !$0.namesBoth }
            #expect(
                missed.count * 20 <= measured.visible.count,
                "\(site): \(missed.map { "\($0.outer) + \($0.inner): \($0.named)" })")
        }
        try hold(page.render())
    }

    @Test("each cause that a diagnosis can find has an ailment, wherever it can occur")
    func coverage() {
        let ailing = Set(Ailment.all.map(\.cause))
        let missing = CauseCatalogue.all.filter { $0.isDiagnosable && !ailing.contains($0.id) }.map(\.id.rawValue)
        // What comes as a companion of another cause is held to by that one's ailments.
        let companions = Set(Ailment.all.flatMap(\.together)).map(\.rawValue)
        #expect(missing.filter { !companions.contains($0) } == [])
    }

    @Test("no two ailments are described alike")
    func descriptions() {
        let counts = Dictionary(grouping: Ailment.all, by: \.testDescription).mapValues(\.count)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    private func hold(_ text: String) throws {
        let path = Self.root + "docs/accuracy.md"
        if ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_WRITE_PAGES"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == text,
            "write it anew: CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter AccuracyTests")
    }

    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/") + "/"
}
