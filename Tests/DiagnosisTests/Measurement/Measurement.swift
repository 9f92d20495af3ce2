import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// What the doctor said of every ailment, with every entry: the ground of `docs/accuracy.md`.
struct Measurement: Sendable {
    var cases: [Case] = []

    struct Case: Sendable {
        var ailment: Ailment
        var entry: Ailment.Entry
        var report: DiagnosisReport

        var first: CauseID? { report.causes.first?.id }
        var isRight: Bool { ailment.isFirst(in: report) }
        var isAlone: Bool { first == ailment.cause }
    }

    static func run() async throws -> Measurement {
        var measurement = Measurement()
        for ailment in Ailment.all {
            for entry in ailment.entries {
                let report = try await ailment.patient(entry).diagnose()
                measurement.cases.append(Case(ailment: ailment, entry: entry, report: report))
            }
        }
        return measurement
    }
}

extension [Int] {
    /// The middle one; of an even number the upper of the two.
    var median: Int { isEmpty ? 0 : sorted()[count / 2] }
}
