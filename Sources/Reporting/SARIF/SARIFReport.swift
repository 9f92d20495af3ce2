package import ConfluenceModel
package import ConfluenceWire

/// Diagnoses as SARIF 2.1.0, which code hosts and editors show beside the lines of a file.
package struct SARIFReport: Sendable {
    private let version: String
    private let source: String?
    private let rule: @Sendable (CauseID) -> SARIFRule?

    /// - Parameters:
    ///   - version: This program's.
    ///   - source: The file that was read, as it was named; `nil` for standard input.
    ///   - rule: What the catalogue says of a cause.
    package init(version: String, source: String?, rule: @escaping @Sendable (CauseID) -> SARIFRule?) {
        self.version = version
        self.source = source
        self.rule = rule
    }

    package func value(_ reports: [NamedReport]) -> JSON {
        var ids: [CauseID] = []
        for cause in reports.flatMap(\.report.causes) where !ids.contains(cause.id) { ids.append(cause.id) }
        let findings = reports.flatMap { named in
            named.report.causes.map { cause in
                SARIFFinding(
                    cause, toolkit: reports.count > 1 ? named.name : nil, ruleIndex: ids.firstIndex(of: cause.id) ?? 0,
                    source: source)
            }
        }
        var run: JSON = [
            "tool": [
                "driver": [
                    "name": "confluence-doctor", "version": .string(version), "semanticVersion": .string(version),
                    "rules": .array(ids.map { (rule($0) ?? Self.bareRule($0)).json }),
                ]
            ],
            "columnKind": "unicodeCodePoints",
            "invocations": .array(reports.map { invocation($0, isOneOfMany: reports.count > 1) }),
            "results": .array(findings.map(\.json)),
        ]
        if let source { run["artifacts"] = [["location": ["uri": .string(SARIFFinding.uri(source))]]] }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
        ]
    }

    private static func bareRule(_ id: CauseID) -> SARIFRule {
        SARIFRule(id: id, title: id.rawValue, description: id.rawValue, help: id.rawValue, link: nil)
    }

    /// The diagnosis of one toolkit: that it was carried out, and what is worth knowing beside its causes.
    private func invocation(_ named: NamedReport, isOneOfMany: Bool) -> JSON {
        let report = named.report
        let lead = isOneOfMany ? "toolkit \(named.name): " : ""
        var notifications = report.notes.map { notification("note", lead + $0) }
        if report.verdict == .undecided { notifications.append(notification("warning", lead + report.headline)) }
        if let step = report.nextStep { notifications.append(notification("note", "\(lead)next: \(step)")) }
        return [
            "executionSuccessful": true,
            "toolExecutionNotifications": .array(notifications),
            "properties": [
                "verdict": .string(report.verdict.rawValue), "deployment": .string(report.deployment.kind.rawValue),
                "requests": .integer(Int64(report.requests)), "failedLogins": .integer(Int64(report.failedLogins)),
            ],
        ]
    }

    private func notification(_ level: String, _ text: String) -> JSON {
        ["level": .string(level), "message": ["text": .string(text.printable)]]
    }
}
