package import ConfluenceModel

/// A comparison as JUnit XML: a case for each exchange that was compared, which fails where a difference breaks something.
package enum DriftJUnit {
    package static func render(_ report: DriftReport) -> String {
        let byPlace = Dictionary(grouping: report.findings) { finding in
            "\(finding.api.rawValue) \(finding.place.split(separator: ": ").first ?? "")"
        }
        let names = (Set(report.compared).union(byPlace.keys)).sorted()
        let failing = names.count { byPlace[$0]?.contains { $0.level != .note } == true }
        let counts = #"tests="\#(names.count)" failures="\#(failing)" errors="0" skipped="0""#
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<testsuites name="confluence-doctor" \#(counts)>"#,
            #"  <testsuite name="\#(attribute(report.title))" \#(counts)>"#,
        ]
        for name in names { lines += testCase(name, byPlace[name] ?? []).map { "    " + $0 } }
        if !report.notes.isEmpty {
            lines.append("    <system-out>\(JUnitXML.escape(report.notes.joined(separator: "\n")))</system-out>")
        }
        return (lines + ["  </testsuite>", "</testsuites>", ""]).joined(separator: "\n")
    }

    private static func testCase(_ name: String, _ findings: [DriftFinding]) -> [String] {
        let head = #"<testcase classname="contract.shapes" name="\#(attribute(name))""#
        guard !findings.isEmpty else { return [head + "/>"] }
        let text = JUnitXML.escape(findings.map(DriftWords.sentence).joined(separator: "\n"))
        guard let worst = findings.first(where: { $0.level == .error }) ?? findings.first(where: { $0.level != .note })
        else { return [head + ">", "  <system-out>\(text)</system-out>", "</testcase>"] }
        let message = attribute("\(worst.place): \(worst.title)")
        return [
            head + ">", #"  <failure type="\#(attribute(worst.severity))" message="\#(message)">\#(text)</failure>"#,
            "</testcase>",
        ]
    }

    private static func attribute(_ text: String) -> String { JUnitXML.escape(text, inAttribute: true) }
}
