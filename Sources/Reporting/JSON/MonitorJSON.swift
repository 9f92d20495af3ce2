package import ConfluenceModel
package import ConfluenceWire

/// The published JSON lines of a monitor; `docs/schemas/monitor.schema.json` describes one.
package enum MonitorJSON {
    package static func value(_ event: MonitorEvent) -> JSON {
        switch event {
        case .round(let number, let working, let failing):
            line(
                "round",
                [
                    "round": .integer(Int64(number)), "working": .integer(Int64(working)),
                    "failing": .integer(Int64(failing)),
                ])
        case .askedToWait(let seconds): line("waiting", ["seconds": .integer(Int64(seconds))])
        case .loginRefused(let seconds, let failedLogins):
            line(
                "login-refused",
                ["seconds": .integer(Int64(seconds)), "failedLogins": .integer(Int64(failedLogins))])
        case .recovered(let tools): line("recovered", ["tools": .array(tools.map(JSON.string))])
        case .broke(let tools, let error, let diagnosis):
            line(
                "broken",
                [
                    "tools": .array(tools.map(JSON.string)), "error": .string(error),
                    "cause": .text(diagnosis?.causes.first?.id.rawValue),
                    "diagnosis": diagnosis.map(DiagnosisJSON.value) ?? .null,
                ])
        }
    }

    package static func summary(_ report: MonitorReport) -> JSON {
        line(
            "summary",
            [
                "toolkit": .string(report.toolkit),
                "rounds": .integer(Int64(report.rounds)),
                "skippedRounds": .integer(Int64(report.skippedRounds)),
                "requests": .integer(Int64(report.requests)),
                "tools": .array(report.tools.map(tool)),
                "causes": .array(
                    report.causes.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                        ["id": .string($0.key.rawValue), "times": .integer(Int64($0.value))]
                    }),
            ])
    }

    private static func line(_ event: String, _ members: JSONObject) -> JSON {
        var object: JSONObject = ["version": .integer(Int64(MonitorReport.formatVersion)), "event": .string(event)]
        for member in members { object.append(member.key, member.value) }
        return .object(object)
    }

    private static func tool(_ tool: MonitoredTool) -> JSON {
        [
            "tool": .string(tool.name),
            "check": .text(tool.check),
            "checks": .integer(Int64(tool.checks)),
            "failures": .integer(Int64(tool.failures)),
            "flickers": .integer(Int64(tool.flickers)),
            "breakages": .integer(Int64(tool.breakages)),
            "successRate": number(tool.successRate),
            "errorRate": number(tool.successRate.map { 1 - $0 }),
            "p50": number(tool.durations.quantile(0.5)),
            "p95": number(tool.durations.quantile(0.95)),
            "lastError": .text(tool.lastError),
        ]
    }

    private static func number(_ value: Double?) -> JSON {
        value.map(JSON.number) ?? .null
    }
}
