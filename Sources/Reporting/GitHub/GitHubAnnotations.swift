package import ConfluenceModel

/// Commands by which a GitHub workflow marks lines of files: an error for each failure, a warning for what is flaky.
///
/// Form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
package enum GitHubAnnotations {
    package static func render(_ report: ScenarioRunReport) -> String {
        var lines: [String] = []
        for result in report.scenarios {
            if result.status == .failed {
                lines.append(command("error", result, message(of: result)))
            } else if result.isFlaky {
                let steps = result.steps.filter(\.isFlaky).map { "\($0.title) passed at try \($0.tries)" }
                lines.append(
                    command("warning", result, steps.isEmpty ? "repetitions differ" : steps.joined(separator: "\n")))
            }
        }
        lines.append("::notice title=confluence-doctor::\(escape(report.sum))")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func message(of result: ScenarioResult) -> String {
        var lines = result.problems.isEmpty ? ["failed"] : result.problems
        let exchanges = result.steps.filter { $0.status == .failed }.flatMap(\.exchanges)
        lines += exchanges.suffix(3).flatMap { exchange in
            ["sent: \(exchange.headline)"] + exchange.decisions.suffix(1).map { "  \($0)" }
        }
        if let cause = result.diagnosis?.causes.first { lines.append("diagnosis: \(cause.title) [\(cause.id)]") }
        return lines.joined(separator: "\n")
    }

    private static func command(_ level: String, _ result: ScenarioResult, _ message: String) -> String {
        let place = result.place
        let title = "\(result.fullName) (\(result.driver))"
        return "::\(level) file=\(escapeProperty(place.file)),line=\(place.line),title=\(escapeProperty(title))::"
            + escape(message)
    }

    private static func escape(_ text: String) -> String {
        text.printable.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func escapeProperty(_ text: String) -> String {
        escape(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
