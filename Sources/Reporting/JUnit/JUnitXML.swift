package import ConfluenceModel

/// A run of scenarios as the JUnit XML that CI systems read: a suite for each driver, a case for each scenario.
package enum JUnitXML {
    package static func render(_ report: ScenarioRunReport) -> String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            tag("testsuites", [("name", "confluence-doctor")] + counts(report.scenarios, report.elapsedMilliseconds)),
        ]
        let drivers = report.drivers.isEmpty ? ["none"] : report.drivers
        for driver in drivers {
            let results = report.scenarios.filter { $0.driver == driver }
            let milliseconds =
                drivers.count == 1
                ? report.elapsedMilliseconds : results.reduce(0) { $0 + $1.elapsedMilliseconds }
            var attributes = [("name", "confluence-doctor (\(driver))")] + counts(results, milliseconds)
            if let start = report.startedAt { attributes.append(("timestamp", timestamp(start))) }
            lines.append("  " + tag("testsuite", attributes))
            lines += suiteProperties(report, results.first { $0.product != nil }?.product).map { "    " + $0 }
            let prefix = drivers.count > 1 ? driver + "." : ""
            for result in results { lines += testCase(result, classPrefix: prefix).map { "    " + $0 } }
            lines.append("  </testsuite>")
        }
        lines += ["</testsuites>", ""]
        return lines.joined(separator: "\n")
    }

    private static func counts(_ results: [ScenarioResult], _ milliseconds: Int) -> [(String, String)] {
        [
            ("tests", String(results.count)),
            ("failures", String(results.count { $0.status == .failed && !$0.couldNotRun })),
            ("errors", String(results.count(where: \.couldNotRun))),
            ("skipped", String(results.count { $0.status == .skipped })),
            ("time", seconds(milliseconds)),
        ]
    }

    private static func suiteProperties(_ report: ScenarioRunReport, _ product: DriverProduct?) -> [String] {
        properties([
            ("product", product?.title), ("shard", report.shard), ("seed", report.seed.map(String.init)),
            ("interrupted", report.wasInterrupted ? "true" : nil),
        ])
    }

    private static func testCase(_ result: ScenarioResult, classPrefix: String) -> [String] {
        var lines = [
            tag(
                "testcase",
                [
                    ("classname", classPrefix + className(result.file)), ("name", result.fullName),
                    ("file", result.file), ("line", String(result.place.line)),
                    ("time", seconds(result.elapsedMilliseconds)),
                ])
        ]
        lines += properties([
            ("tags", result.tags.isEmpty ? nil : result.tags.joined(separator: ", ")),
            ("deployment", result.deployment.map { $0.kind.rawValue + ($0.version.map { " \($0)" } ?? "") }),
            ("flaky", result.isFlaky ? "true" : nil),
            ("known-defect", result.knownDefect?.id),
            ("diagnosis", result.diagnosed),
        ])
        switch result.status {
        case .passed: break
        case .skipped: lines.append(tag("skipped", [("message", result.reason ?? "")], closes: true))
        case .failed:
            let problems = result.problems
            let element = result.couldNotRun ? "error" : "failure"
            lines.append(
                tag(element, [("message", problems.first ?? "failed"), ("type", result.failureType)])
                    + escape(problems.joined(separator: "\n")) + "</\(element)>")
        }
        lines.append("<system-out>\(escape(output(of: result)))</system-out>")
        lines.append("</testcase>")
        return lines
    }

    private static func properties(_ pairs: [(String, String?)]) -> [String] {
        let lines = pairs.compactMap { name, value in
            value.map { "  " + tag("property", [("name", name), ("value", $0)], closes: true) }
        }
        return lines.isEmpty ? [] : ["<properties>"] + lines + ["</properties>"]
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

    /// The form's timestamps have no zone.
    private static func timestamp(_ start: String) -> String {
        start.hasSuffix("Z") ? String(start.dropLast()) : start
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

extension ScenarioResult {
    /// Whether it failed before any of its steps could.
    fileprivate var couldNotRun: Bool {
        status == .failed && reason != nil && !steps.contains { $0.status == .failed }
    }

    fileprivate var failureType: String {
        defectStanding == .perhapsMended ? "known-defect" : couldNotRun ? "run" : "expectation"
    }
}
