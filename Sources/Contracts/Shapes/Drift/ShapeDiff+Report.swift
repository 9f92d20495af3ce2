package import ConfluenceModel
package import ConfluenceWire

/// A comparison for people, for other programs, and for `contract apply`.
extension ShapeDiff {
    /// - Parameter file: The file in which differences are to be shown.
    package func report(title: String, file: String?) -> DriftReport {
        DriftReport(
            title: title, compared: comparedKeys.map { "\($0.api.rawValue) \($0)" },
            findings: drifts.map(\.finding), notes: notes, file: file)
    }

    private var notes: [String] {
        [("the first", onlyBefore), ("the second", onlyAfter)].compactMap { side, keys in
            guard !keys.isEmpty else { return nil }
            let named = keys.prefix(5).map { "\($0.api.rawValue) \($0)" }.joined(separator: ", ")
            return "only \(side) holds \(named)" + (keys.count > 5 ? " and \(keys.count - 5) more" : "")
                + "; nothing is said of them"
        }
    }

    /// Stable; read by `contract apply`.
    package var json: JSON {
        [
            "version": 1, "kind": "shape-drift",
            "summary": .object(
                Drift.Severity.allCases.reduce(into: ["compared": .integer(Int64(compared))]) {
                    $0.append($1.rawValue, .integer(Int64(count($1))))
                }),
            "drifts": .array(drifts.map(\.json)),
            "onlyBefore": .array(onlyBefore.map { .string("\($0.api.rawValue) \($0)") }),
            "onlyAfter": .array(onlyAfter.map { .string("\($0.api.rawValue) \($0)") }),
        ]
    }
}

extension Drift {
    var finding: DriftFinding {
        let level: DriftFinding.Level =
            switch severity {
            case .breaksToolkit: .error
            case .breaksScenario: .warning
            case .harmless: .note
            }
        return DriftFinding(
            kind: kind.rawValue, title: kind.title, api: exchange.api, place: place, before: before, after: after,
            level: level, severity: severity.rawValue, readers: readers)
    }

    var json: JSON {
        var json: JSON = [
            "kind": .string(kind.rawValue), "severity": .string(severity.rawValue),
            "on": .string(exchange.api.rawValue),
            "exchange": .string(exchange.description), "path": .string(path), "before": .string(before),
            "after": .string(after), "readers": .array(readers.map { .string($0) }),
        ]
        if !wording.isEmpty {
            json["wording"] = .object(
                wording.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0.append($1.key, .string($1.value)) })
        }
        return json
    }

    /// Reads ``json``; `nil` of anything else.
    package init?(_ json: JSON) {
        guard let kind = json["kind"]?.stringValue.flatMap(Kind.init(rawValue:)),
            let severity = json["severity"]?.stringValue.flatMap(Severity.init(rawValue:)),
            let api = json["on"]?.stringValue.flatMap(SiteAPI.init(rawValue:)),
            let exchange = json["exchange"]?.stringValue.flatMap({ ExchangeKey($0, api: api) }),
            let before = json["before"]?.stringValue, let after = json["after"]?.stringValue
        else { return nil }
        self.init(
            kind, exchange, path: json["path"]?.stringValue ?? "", before: before, after: after, severity: severity,
            readers: json["readers"]?.arrayValue?.compactMap(\.stringValue) ?? [])
        for member in json["wording"]?.objectValue ?? [:] { wording[member.key] = member.value.stringValue }
    }
}
