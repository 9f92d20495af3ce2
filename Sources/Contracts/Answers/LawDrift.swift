import ConfluenceModel
package import ConfluenceWire

/// The drift that a check of laws has met: refusals that the live site words, or numbers, otherwise than the simulator,
/// and headers that it adds, leaves out or forms otherwise.
///
/// What the two answered beyond that tells of their contents, and not of how they answer.
package enum LawDrift {
    /// - Parameter report: What `contract check --format json` wrote; `nil` where it is something else.
    package static func drifts(in report: JSON) -> [Drift]? {
        guard let laws = report["laws"]?.arrayValue, report["sites"]?.arrayValue != nil else { return nil }
        var drifts: [Drift] = []
        for law in laws {
            guard let verdict = law["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:)),
                [.simulatorWrong, .liveDrifted].contains(verdict),
                let api = law["on"]?.stringValue.flatMap(SiteAPI.init(rawValue:))
            else { continue }
            for pair in law["exchanges"]?.arrayValue ?? [] {
                guard let ours = sample(pair["simulator"], api), let theirs = sample(pair["live"], api),
                    ours.key.question == theirs.key.question
                else { continue }
                let found = ShapeDiff(ShapeLock(of: [ours]), ShapeLock(of: [theirs]), readers: DriftReaders()).drifts
                let told = found.filter { drift in
                    followed.contains(drift.kind) && !drifts.contains(drift)
                }
                drifts += told
            }
        }
        return drifts
    }

    private static let followed: Set<Drift.Kind> = [
        .statusChanged, .wordingChanged, .headerAdded, .headerRemoved, .headerChanged,
    ]

    private static func sample(_ exchange: JSON?, _ api: SiteAPI) -> ShapeSample? {
        guard let exchange, let method = exchange["method"]?.stringValue, let status = exchange["status"]?.integerValue,
            let url = exchange["address"]?.stringValue.flatMap({ try? WebAddress(parsing: $0) })
        else { return nil }
        var headers = Headers()
        for field in exchange["response_headers"]?.arrayValue ?? [] {
            guard let name = field["name"]?.stringValue, let value = field["value"]?.stringValue else { continue }
            headers.add(name, value)
        }
        let body = Array((exchange["response_body"]?.stringValue ?? "").utf8)
        return ShapeSample(
            Request(Request.Method(rawValue: method), url), Response(status: Int(status), headers: headers, body: body),
            of: api.deployment)
    }
}
