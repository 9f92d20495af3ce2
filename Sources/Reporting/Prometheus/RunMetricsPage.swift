package import ConfluenceModel

/// How tools fared over the runs of a history, in the text format of Prometheus.
package enum RunMetricsPage {
    package static func render(_ metrics: RunMetrics) -> String {
        let prefix = "confluence_doctor"
        var page = PrometheusPage()
        func labels(_ tool: ToolMetrics) -> [(String, String)] {
            [("tool", tool.tool), ("driver", tool.driver), ("deployment", tool.deployment)]
        }
        page.family("\(prefix)_runs", "gauge", "Runs that the figures are of.")
        page.sample("\(prefix)_runs", [], Double(metrics.runs))
        page.family("\(prefix)_tool_calls", "gauge", "Calls of a tool in these runs, by outcome.")
        for tool in metrics.tools {
            page.sample("\(prefix)_tool_calls", labels(tool) + [("outcome", "passed")], Double(tool.passed))
            page.sample("\(prefix)_tool_calls", labels(tool) + [("outcome", "failed")], Double(tool.failed))
        }
        page.family("\(prefix)_tool_success_ratio", "gauge", "Share of a tool's calls that gave what was expected.")
        for tool in metrics.tools {
            guard let rate = tool.successRate else { continue }
            page.sample("\(prefix)_tool_success_ratio", labels(tool), rate)
        }
        page.family("\(prefix)_tool_error_ratio", "gauge", "Share of a tool's calls that raised an exception.")
        for tool in metrics.tools {
            guard let rate = tool.errorRate else { continue }
            page.sample("\(prefix)_tool_error_ratio", labels(tool), rate)
        }
        page.family("\(prefix)_tool_flaky_calls", "gauge", "Calls of a tool that held only when tried again.")
        for tool in metrics.tools { page.sample("\(prefix)_tool_flaky_calls", labels(tool), Double(tool.flaky)) }
        page.family("\(prefix)_tool_duration_seconds", "summary", "How long calls of a tool took.")
        for tool in metrics.tools {
            let name = "\(prefix)_tool_duration_seconds"
            for (share, value) in [("0.5", tool.median), ("0.95", tool.p95)] {
                guard let value else { continue }
                page.sample(name, labels(tool) + [("quantile", share)], Double(value) / 1000)
            }
            page.sample("\(name)_sum", labels(tool), Double(tool.total) / 1000)
            page.sample("\(name)_count", labels(tool), Double(tool.calls))
        }
        return page.text
    }
}
