import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("Each cause is found on each deployment")
struct MatrixTests {
    @Test(
        "the cause comes first, proven where it can be, in few requests", arguments: Ailment.all, Ailment.Entry.allCases
    )
    func row(_ row: Ailment, _ entry: Ailment.Entry) async throws {
        guard row.entries.contains(entry) else { return }
        let measured = try await Diagnoses.shared.of(row, entry)
        let report = measured.report
        #expect(report.verdict == .problem, "\(report.summary)")
        let first = try #require(report.causes.first, "\(report.summary)")
        #expect(row.isFirst(in: report), "\(report.summary)")
        if let isProven = row.isProven, first.id == row.cause {
            #expect(first.isProven == isProven, "\(report.summary)")
        }
        if let field = row.field, first.id == row.cause { #expect(first.field == field) }
        for cause in row.together { #expect(report.causes.contains { $0.id == cause }, "\(cause): \(report.summary)") }
        #expect(report.requests <= 12, "\(report.summary)")
        #expect(report.failedLogins <= 1, "\(report.summary)")
        #expect(!first.evidence.isEmpty)
        #expect(!first.fix.steps.isEmpty)
        for text in [first.explanation] + first.fix.steps {
            #expect(!text.contains("{") && !text.contains("  "), "\(text)")
        }
        for secret in measured.configuration.secrets.map({ $0.trimmingEdges() }) where secret.count > 3 {
            #expect(!report.texts.contains(secret))
        }
    }
}
