package import ConfluenceModel

/// A run of scenarios in the Test Anything Protocol, version 14: https://testanything.org/tap-version-14-specification.html
package enum TAPReport {
    package static func render(_ report: ScenarioRunReport) -> String {
        var lines = ["TAP version 14", "1..\(report.scenarios.count)"]
        for (index, result) in report.scenarios.enumerated() {
            lines += point(result, number: index + 1)
        }
        if report.wasInterrupted { lines.append("# the run was ended early") }
        lines.append("# \(report.sum)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func point(_ result: ScenarioResult, number: Int) -> [String] {
        let word = result.status == .failed ? "not ok" : "ok"
        var line = "\(word) \(number) - \(escape("\(result.fullName) (\(result.driver))"))"
        if result.status == .skipped { line += " # SKIP \(escape(result.reason ?? ""))" }
        var lines = [line, "  ---"]
        lines.append("  file: \(quoted(result.file))")
        lines.append("  line: \(result.place.line)")
        lines.append("  duration_ms: \(result.elapsedMilliseconds)")
        if result.isFlaky { lines.append("  flaky: true") }
        if let defect = result.knownDefect {
            lines.append("  known_defect: \(quoted(defect.id))")
        }
        if result.status == .failed {
            lines.append("  message: \(quoted(result.problems.first ?? "failed"))")
            lines.append("  severity: fail")
            lines += list("problems", result.problems)
            lines += list(
                "sent", result.steps.filter { $0.status == .failed }.flatMap(\.exchanges).suffix(8).map(\.headline))
        }
        if let cause = result.diagnosed { lines.append("  diagnosis: \(quoted(cause))") }
        lines.append("  ...")
        return lines
    }

    private static func list(_ key: String, _ texts: [String]) -> [String] {
        texts.isEmpty ? [] : ["  \(key):"] + texts.map { "    - \(quoted($0))" }
    }

    /// A description in which nothing is a directive.
    private static func escape(_ text: String) -> String {
        text.printable.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }

    /// A text in YAML's double quotes, on one line.
    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return "\"\(quoted)\""
    }
}
