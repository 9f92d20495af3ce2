package import ConfluenceModel
package import ConfluenceWire

/// The published JSON form of a review of permissions; `docs/schemas/permissions.schema.json` describes it.
package enum PermissionsJSON {
    package static func value(_ report: PermissionsReport) -> JSON {
        [
            "version": .integer(Int64(PermissionsReport.formatVersion)),
            "verdict": .string(report.verdict.rawValue),
            "deployment": [
                "kind": .string(report.deployment.kind.rawValue), "version": .text(report.deployment.version),
            ],
            "account": .text(report.account),
            "space": .text(report.space),
            "page": .text(report.page),
            "tools": .array(report.tools.map(tool)),
            "beyondNeed": .array(
                report.surplus.map { ["right": .string($0.name), "reason": .string($0.reason)] }),
            "notes": .array(report.notes.map(JSON.string)),
            "probes": .array(report.probes.map(\.json)),
            "requests": .integer(Int64(report.requests)),
            "failedLogins": .integer(Int64(report.failedLogins)),
        ]
    }

    private static func tool(_ tool: ToolPermissions) -> JSON {
        [
            "tool": .string(tool.tool),
            "verdict": .string(tool.verdict.rawValue),
            "needs": .array(
                tool.needs.map { need in
                    [
                        "kind": .string(need.kind.rawValue), "name": .string(need.name),
                        "state": .string(need.standing.rawValue),
                        "alternatives": .array(need.alternatives.map(JSON.string)),
                    ]
                }),
        ]
    }
}

extension ProbeRecord {
    var json: JSON {
        ["question": .string(question), "request": .string(request), "answer": .string(answer)]
    }
}
