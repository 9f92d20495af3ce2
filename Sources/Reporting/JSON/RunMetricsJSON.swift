package import ConfluenceModel
package import ConfluenceWire

/// How tools fared over the runs of a history, for programs: `docs/schemas/metrics.schema.json`.
package enum RunMetricsJSON {
    package static func value(_ metrics: RunMetrics) -> JSON {
        [
            "version": .integer(Int64(RunMetrics.formatVersion)),
            "runs": .integer(Int64(metrics.runs)),
            "first": .text(metrics.first),
            "last": .text(metrics.last),
            "tools": .array(metrics.tools.map(tool)),
        ]
    }

    private static func tool(_ tool: ToolMetrics) -> JSON {
        [
            "tool": .string(tool.tool), "driver": .string(tool.driver), "deployment": .string(tool.deployment),
            "calls": .integer(Int64(tool.calls)), "passed": .integer(Int64(tool.passed)),
            "failed": .integer(Int64(tool.failed)), "errors": .integer(Int64(tool.errors)),
            "flaky": .integer(Int64(tool.flaky)), "requests": .integer(Int64(tool.requests)),
            "successRate": tool.successRate.map(JSON.number) ?? .null,
            "errorRate": tool.errorRate.map(JSON.number) ?? .null,
            "elapsedMs": [
                "total": .integer(Int64(tool.total)), "median": integer(tool.median), "p95": integer(tool.p95),
                "longest": integer(tool.longest),
            ],
        ]
    }

    private static func integer(_ value: Int?) -> JSON {
        value.map { .integer(Int64($0)) } ?? .null
    }
}
