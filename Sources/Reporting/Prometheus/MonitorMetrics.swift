package import ConfluenceModel

/// What a monitor has seen, in the text format of Prometheus, version 0.0.4.
///
/// Format: https://prometheus.io/docs/instrumenting/exposition_formats/
package enum MonitorMetrics {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package static func render(_ report: MonitorReport) -> String {
        let tools = report.tools.filter { $0.check != nil }
        let prefix = "confluence_doctor"
        var page = PrometheusPage(labels: [("toolkit", report.toolkit)])
        page.family("\(prefix)_checks_total", "counter", "Checks of a tool by outcome.")
        for tool in tools {
            page.sample(
                "\(prefix)_checks_total", [("tool", tool.name), ("outcome", "success")], Double(tool.successes))
            page.sample("\(prefix)_checks_total", [("tool", tool.name), ("outcome", "failure")], Double(tool.failures))
        }
        page.family("\(prefix)_tool_up", "gauge", "Whether the last check of a tool worked.")
        for tool in tools {
            guard let isUp = tool.isUp else { continue }
            page.sample("\(prefix)_tool_up", [("tool", tool.name)], isUp ? 1 : 0)
        }
        page.family("\(prefix)_tool_breakages_total", "counter", "How often a tool stopped working.")
        for tool in tools {
            page.sample("\(prefix)_tool_breakages_total", [("tool", tool.name)], Double(tool.breakages))
        }
        page.family("\(prefix)_check_duration_seconds", "summary", "How long checks of a tool took.")
        for tool in tools {
            let name = "\(prefix)_check_duration_seconds"
            for share in [0.5, 0.95] {
                guard let value = tool.durations.quantile(share) else { continue }
                page.sample(name, [("tool", tool.name), ("quantile", "\(share)")], value)
            }
            page.sample("\(name)_sum", [("tool", tool.name)], tool.durations.sum)
            page.sample("\(name)_count", [("tool", tool.name)], Double(tool.durations.count))
        }
        page.family("\(prefix)_rounds_total", "counter", "Rounds of checks that were made.")
        page.sample("\(prefix)_rounds_total", [], Double(report.rounds))
        page.family(
            "\(prefix)_rounds_skipped_total", "counter", "Rounds left out because the site was slow or asked to wait.")
        page.sample("\(prefix)_rounds_skipped_total", [], Double(report.skippedRounds))
        page.family("\(prefix)_diagnoses_total", "counter", "Causes found when a tool broke.")
        for (cause, times) in report.causes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            page.sample("\(prefix)_diagnoses_total", [("cause", cause.rawValue)], Double(times))
        }
        return page.text
    }
}
