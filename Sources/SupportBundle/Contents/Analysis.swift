import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import Recording
import Reporting

/// The doctor's work done again from recorded answers; nothing is sent.
struct Analysis {
    private let configurations: [ToolkitConfiguration]
    private let options: DiagnosisOptions
    private let replay: Playback
    /// When the diagnosis was made: what had ended by then had ended for it.
    private let date: Date?

    init(
        configuration: JSON, toolkit: String?, options: DiagnosisOptions, wire: JSON, at date: Date?
    ) throws(BundleError) {
        do {
            let node = try DocumentReader.readJSON(JSONWriter.compact(configuration), file: "configuration.json")
            let all = try ConfigurationReader.read(node)
            configurations = toolkit.map { name in all.filter { $0.name == name } } ?? all
        } catch {
            throw BundleError(error.description)
        }
        self.options = options
        self.date = date
        replay = try BundleWire.read(wire)
    }

    /// How many requests the bundle had no answer for.
    var misses: Int { replay.misses }

    func run() async -> [NamedReport] {
        // No time passes in an analysis of what is past.
        let moment = ContinuousClock().now
        let doctor = Doctor(send: replay.send, now: { moment }, date: { [date] in date }, wait: { _ in })
        var reports: [NamedReport] = []
        for (index, configuration) in configurations.enumerated() {
            let report = await doctor.diagnose(configuration, options: options)
            reports.append(NamedReport(name: configuration.name ?? "toolkit \(index + 1)", report: report))
        }
        return reports
    }
}

extension DiagnosisReport {
    /// Whether two diagnoses come to the same verdict, by the same causes in the same order.
    func agrees(with other: DiagnosisReport) -> Bool {
        verdict == other.verdict && causes.map(\.id) == other.causes.map(\.id)
            && causes.map(\.isProven) == other.causes.map(\.isProven)
    }
}
