package import ConfluenceModel

/// A run of scenarios as the JUnit XML that CI systems read.
package enum JUnitXML {
    package static func render(_ report: ScenarioRunReport) -> String {
        let driver = report.scenarios.first?.driver ?? "none"
        let counts: [(String, String)] = [
            ("name", "confluence-doctor (\(driver))"),
            ("tests", String(report.scenarios.count)),
            ("failures", String(report.count(.failed))),
            ("errors", "0"),
            ("skipped", String(report.count(.skipped))),
            ("time", seconds(report.elapsedMilliseconds)),
        ]
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, tag("testsuites", counts), "  " + tag("testsuite", counts),
        ]
        for result in report.scenarios { lines += testCase(result).map { "    " + $0 } }
        lines += ["  </testsuite>", "</testsuites>", ""]
        return lines.joined(separator: "\n")
    }

    private static func testCase(_ result: ScenarioResult) -> [String] {
        var lines = [
            tag(
                "testcase",
                [
                    ("classname", className(result.file)), ("name", result.name), ("file", result.file),
                    ("time", seconds(result.elapsedMilliseconds)),
                ])
        ]
        switch result.status {
        case .passed: break
        case .skipped: lines.append(tag("skipped", [("message", result.reason ?? "")], closes: true))
        case .failed:
            let problems = self.problems(of: result)
            lines.append(
                tag("failure", [("message", problems.first ?? "failed"), ("type", "expectation")])
                    + escape(problems.joined(separator: "\n")) + "</failure>")
        }
        lines.append("<system-out>\(escape(output(of: result)))</system-out>")
        lines.append("</testcase>")
        return lines
    }

    private static func problems(of result: ScenarioResult) -> [String] {
        [result.reason].compactMap(\.self)
            + result.steps.flatMap { step in step.problems.map { "\(step.title): \($0)" } }
    }

    /// The scenario as a person would read it on a terminal.
    private static func output(of result: ScenarioResult) -> String {
        ScenarioText.render(result, terminal: Terminal(width: 100))
    }

    /// The path without its ending, with points for slashes, as viewers group by it.
    private static func className(_ file: String) -> String {
        let parts = file.split(separator: "/").filter { $0 != "." && $0 != ".." }
        let name = parts.joined(separator: ".")
        return [".yaml", ".yml"].first(where: name.hasSuffix).map { String(name.dropLast($0.count)) } ?? name
    }

    private static func tag(_ name: String, _ attributes: [(String, String)], closes: Bool = false) -> String {
        "<\(name)" + attributes.map { #" \#($0.0)="\#(escape($0.1, inAttribute: true))""# }.joined()
            + (closes ? "/>" : ">")
    }

    /// XML 1.0 has no way to write most control characters, escaped or not: they become U+FFFD.
    static func escape(_ text: String, inAttribute: Bool = false) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\n" where !inAttribute: escaped.append(scalar)
            case "\n", "\t", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            default: escaped.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
