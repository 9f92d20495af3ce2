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
        var configuration: ToolkitConfiguration
        var report: DiagnosisReport

        var first: CauseID? { report.causes.first?.id }
        var isRight: Bool { ailment.isFirst(in: report) }
        var isAlone: Bool { first == ailment.cause }
    }

    static func run() async throws -> Measurement {
        var measurement = Measurement()
        for ailment in Ailment.all {
            for entry in ailment.entries { measurement.cases.append(try await Diagnoses.shared.of(ailment, entry)) }
        }
        return measurement
    }
}

/// The diagnosis of each ailment, which several suites look at and none makes twice.
actor Diagnoses {
    static let shared = Diagnoses()

    private var tasks: [String: Task<Measurement.Case, any Error>] = [:]

    /// Held to by a test: no two ailments are described alike.
    func of(_ ailment: Ailment, _ entry: Ailment.Entry) async throws -> Measurement.Case {
        let key = "\(ailment.testDescription) \(entry.rawValue)"
        let task =
            tasks[key]
            ?? Task {
                let patient = try ailment.patient(entry)
                return Measurement.Case(
                    ailment: ailment, entry: entry, configuration: patient.configuration,
                    report: await patient.diagnose())
            }
        tasks[key] = task
        return try await task.value
    }
}

extension [Int] {
    /// The middle one; of an even number the upper of the two.
    var median: Int { isEmpty ? 0 : sorted()[count / 2] }
}
