import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// `docs/accuracy.md`: how often the doctor is right, and what it costs.
struct MeasurementPage {
    let measurement: Measurement
    let pairs: [(ConfluenceSite.Acme, PairMeasurement)]
    let healthy: Int

    func render() -> String {
        let cases = measurement.cases
        let right = cases.count(where: \.isRight)
        let alone = cases.count(where: \.isAlone)
        let requests = cases.map(\.report.requests)
        return """
            # Accuracy

            Measured on simulated sites by `DiagnosisTests`, which hold this page to what they find. To write it anew:
            `CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter AccuracyTests`.

            Each ailment is a way of making a healthy configuration or its site sick. It is diagnosed with each entry that
            it has: from the configuration alone, for a tool, and for a page. “Right” means that its cause stands first, or,
            where no request can tell some causes apart, that it is named with the others of its set.

            | what | figure |
            | --- | --- |
            | diagnoses of sick configurations | \(cases.count) |
            | right | \(right) (\(Self.percent(right, cases.count))) |
            | of these, the cause alone stands first | \(alone) |
            | called healthy | \(cases.count { $0.report.verdict == .healthy }) |
            | requests, median | \(requests.median) |
            | requests, most | \(requests.max() ?? 0) |
            | failed logins, most | \(cases.map(\.report.failedLogins).max() ?? 0) |
            | healthy configurations | \(healthy), none of them called sick |

            ## Two causes at once

            Every pair of two causes that one configuration and its site can have together, diagnosed in one run. A pair counts
            as one that can be seen unless no request could show the second cause: where the outer cause is mended on a copy,
            hinders nothing, or leaves a page or another interface to be asked, and where the configuration itself shows the
            inner one. Pairs exclude each other, and are not counted, where both change the same thing, or one takes away what the
            other stands on: a page is in no other space than the configured one once that one is configured.

            | site | pairs | both named | of these can be seen | both named | excluded |
            | --- | --- | --- | --- | --- | --- |
            \(pairs.map(Self.row).joined(separator: "\n"))

            \(misses)

            What hides the others can't be tried from here, so a second run after it is mended shows what lies behind it:

            | site | pairs | both named all the same | why the inner cause can't be seen |
            | --- | --- | --- | --- |
            \(pairs.flatMap(Self.hindrances).joined(separator: "\n"))

            ## What was said first in another's place

            Of the sets in [causes.md](causes.md) that no request can tell apart, one stands first for all.

            | the cause | what stood first | times |
            | --- | --- | --- |
            \(confusions.joined(separator: "\n"))

            ## Each cause

            | cause | deployment | login | diagnoses | right | proven | requests, median |
            | --- | --- | --- | --- | --- | --- | --- |
            \(causes.joined(separator: "\n"))

            """
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "–" : "\(part * 1000 / whole / 10).\(part * 1000 / whole % 10) %"
    }

    private static func row(_ site: ConfluenceSite.Acme, _ pairs: PairMeasurement) -> String {
        let both = pairs.pairs.count(where: \.namesBoth)
        let seen = pairs.visible.count(where: \.namesBoth)
        return "| \(site) | \(pairs.pairs.count) | \(both) (\(percent(both, pairs.pairs.count))) | "
            + "\(pairs.visible.count) | \(seen) (\(percent(seen, pairs.visible.count))) | \(pairs.exclusive) |"
    }

    private var misses: String {
        let rows = pairs.flatMap(Self.missed)
        guard !rows.isEmpty else { return "Of those that can be seen, all were both named." }
        return """
            Of those that can be seen, these were not both named:

            | site | the outer cause | what was not named |
            | --- | --- | --- |
            \(rows.joined(separator: "\n"))
            """
    }

    private static func missed(_ site: ConfluenceSite.Acme, _ pairs: PairMeasurement) -> [String] {
        let missed = Dictionary(grouping: pairs.visible.filter { !$0.namesBoth }) { $0.outer.rawValue }
        return missed.sorted { $0.key < $1.key }.map { outer, pairs in
            let inner = pairs.map { pair in
                pair.named.contains(pair.outer) ? "`\(pair.inner)`" : "itself, beside `\(pair.inner)`"
            }
            return "| \(site) | `\(outer)` | \(inner.sorted().joined(separator: ", ")) |"
        }
    }

    private static func hindrances(_ site: ConfluenceSite.Acme, _ pairs: PairMeasurement) -> [String] {
        PairMeasurement.Hindrance.allCases.compactMap { hindrance in
            let hidden = pairs.pairs.filter { $0.hiddenBy == hindrance }
            guard !hidden.isEmpty else { return nil }
            return "| \(site) | \(hidden.count) | \(hidden.count(where: \.namesBoth)) | \(hindrance.rawValue) |"
        }
    }

    private var confusions: [String] {
        var counts: [String: Int] = [:]
        for measured in measurement.cases where !measured.isAlone {
            let first = measured.first.map { "`\($0)`" } ?? "nothing"
            counts["| `\(measured.ailment.cause)` | \(first) |", default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) |" }
    }

    private var causes: [String] {
        let groups = Dictionary(grouping: measurement.cases) { measured in
            let deployment = measured.ailment.site == .cloud ? "Cloud" : "Data Center"
            return "| `\(measured.ailment.cause)` | \(deployment) | \(Self.scheme(measured.ailment)) |"
        }
        return groups.sorted { $0.key < $1.key }.map { key, cases in
            let proven = cases.count { $0.report.causes.first?.isProven == true }
            return "\(key) \(cases.count) | \(cases.count(where: \.isRight)) | \(proven) | "
                + "\(cases.map(\.report.requests).median) |"
        }
    }

    private static func scheme(_ ailment: Ailment) -> String {
        guard let patient = try? ailment.patient() else { return "–" }
        return patient.configuration.authentication.scheme.title
    }
}
