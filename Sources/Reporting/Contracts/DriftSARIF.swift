package import ConfluenceModel
package import ConfluenceWire

/// A comparison as SARIF 2.1.0: a rule for each kind of difference, a result for each difference.
package enum DriftSARIF {
    package static func value(_ report: DriftReport, version: String) -> JSON {
        var kinds: [String] = []
        for finding in report.findings where !kinds.contains(finding.kind) { kinds.append(finding.kind) }
        let rules = kinds.map { kind -> JSON in
            let title = report.findings.first { $0.kind == kind }?.title ?? kind
            return ["id": .string(kind), "shortDescription": ["text": .string(title)]]
        }
        let results = report.findings.map { result($0, kinds.firstIndex(of: $0.kind) ?? 0, report.file) }
        let notes = report.notes.map { note -> JSON in
            ["level": "note", "message": ["text": .string(note.printable)]]
        }
        let run: JSON = [
            "tool": [
                "driver": [
                    "name": "confluence-doctor", "version": .string(version), "semanticVersion": .string(version),
                    "rules": .array(rules),
                ]
            ],
            "columnKind": "unicodeCodePoints",
            "invocations": [["executionSuccessful": true, "toolExecutionNotifications": .array(notes)]],
            "results": .array(results),
        ]
        return ["$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]]
    }

    private static func result(_ finding: DriftFinding, _ rule: Int, _ file: String?) -> JSON {
        var location: JSON = [
            "logicalLocations": [
                ["fullyQualifiedName": .string("\(finding.api.rawValue) \(finding.place)"), "kind": "member"]
            ]
        ]
        if let file { location["physicalLocation"] = ["artifactLocation": ["uri": .string(SARIFFinding.uri(file))]] }
        return [
            "ruleId": .string(finding.kind), "ruleIndex": .integer(Int64(rule)),
            "level": .string(finding.level.rawValue),
            "message": ["text": .string(DriftWords.sentence(finding).printable)], "locations": [location],
            "partialFingerprints": [
                "placeAndKind/v1": .string(
                    StableID.hexadecimal("contract", finding.api.rawValue, finding.place, finding.kind))
            ],
            "properties": [
                "severity": .string(finding.severity), "before": .string(finding.before.printable),
                "after": .string(finding.after.printable), "readers": .array(finding.readers.map { .string($0) }),
            ],
        ]
    }
}
