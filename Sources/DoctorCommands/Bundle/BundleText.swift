import ConfluenceWire
import Reporting
import SupportBundle

/// What is to be known of a bundle before its report is read.
enum BundleText {
    static func render(_ bundle: ReadBundle) -> String {
        let manifest = bundle.manifest
        let redactions = manifest.redactions.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
        return """
            bundle of \(manifest.created.printable), made by confluence-doctor \(manifest.doctor.printable) \
            on \(manifest.system.printable)
            \(manifest.files.count) files, each as it was written
            taken out: \(redactions.isEmpty ? "nothing" : redactions.joined(separator: ", ").printable)
            \(outcome(of: bundle))

            """
    }

    private static func outcome(of bundle: ReadBundle) -> String {
        if bundle.agrees { return "the analysis was repeated from the bundle alone, and came to the same causes" }
        let misses = bundle.misses == 0 ? "" : ": the bundle holds no answer to \(bundle.misses) of its requests"
        let reason = bundle.manifest.isRepeatable ? "" : ", as its writer foresaw"
        return "warning: the analysis was repeated, and came to other causes than report.json names\(reason)\(misses)"
    }

    static func json(_ bundle: ReadBundle) -> JSON {
        let manifest = bundle.manifest
        return [
            "version": 1,
            "bundle": [
                "created": .string(manifest.created),
                "versions": [
                    "confluence-doctor": .string(manifest.doctor), "system": .string(manifest.system),
                    "swift": .string(manifest.swift),
                ],
                "files": .array(
                    manifest.files.map { ["name": .string($0.name), "size": .integer(Int64($0.size))] }),
                "redactions": .array(
                    manifest.redactions.sorted { $0.key < $1.key }.map {
                        ["kind": .string($0.key), "times": .integer(Int64($0.value))]
                    }),
            ],
            "agrees": .bool(bundle.agrees),
            "report": NamedReport.json(bundle.reports),
        ]
    }
}
