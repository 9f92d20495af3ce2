package import ConfluenceModel
package import ConfluenceWire
package import Documents

/// The verdicts that were told before, so that a scheduled check is quiet until something changes.
package struct KnownDrifts: Sendable, Hashable {
    /// A verdict by the law's key: `staging/stale-version-is-refused/cloud-v1`.
    package var verdicts: [String: Verdict]

    package init(verdicts: [String: Verdict] = [:]) {
        self.verdicts = verdicts
    }

    static let formatVersion: Int64 = 1

    package init(_ node: DocumentNode) throws(DocumentError) {
        let fields = try node.mapping(keys: ["version", "known"])
        let version = try fields.required("version")
        guard try version.integer() == Self.formatVersion else {
            throw version.error("this release reads version \(Self.formatVersion) of known drifts")
        }
        verdicts = [:]
        for entry in try fields["known"]?.mapping().entries ?? [] {
            verdicts[entry.key] = try entry.value.word(Verdict.self)
        }
    }

    /// The report with everything marked that was told before.
    package func marking(_ report: LawReport) -> LawReport {
        var report = report
        for index in report.laws.indices where report.laws[index].verdict.calls {
            report.laws[index].isKnown = verdicts[report.laws[index].key] == report.laws[index].verdict
        }
        return report
    }

    /// What is known after a check: what was not judged this time stays as it was.
    package func updated(by report: LawReport) -> KnownDrifts {
        var known = self
        for judged in report.laws where judged.verdict != .notJudged {
            known.verdicts[judged.key] = judged.verdict.calls ? judged.verdict : nil
        }
        return known
    }

    /// The file that keeps them, in an order of its own.
    package var text: String {
        var known = JSONObject()
        for key in verdicts.keys.sorted() { known[key] = verdicts[key].map { .string($0.rawValue) } }
        let document: JSON = .object(["version": .integer(Self.formatVersion), "known": .object(known)])
        return document.prettyText + "\n"
    }
}
