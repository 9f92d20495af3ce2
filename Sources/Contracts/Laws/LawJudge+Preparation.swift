package import ConfluenceModel
import ConfluenceWire

extension LawJudge {
    /// Takes back what was said of laws that could not be prepared only because of a request that is told of by another.
    ///
    /// A site where deleting has changed breaks the law on deleting, and not each law that deletes something beforehand.
    package static func settingAside(_ laws: [JudgedLaw]) -> [JudgedLaw] {
        var drifted: [String: Set<String>] = [:]
        for law in laws where law.verdict == .liveDrifted && law.live?.failedStep?.part == .steps {
            guard let site = law.site, let request = law.failedRequest else { continue }
            drifted[site, default: []].insert(request)
        }
        return laws.map { law in
            guard law.verdict == .liveDrifted, law.live?.failedStep?.part == .setup, let site = law.site,
                let request = law.failedRequest, drifted[site]?.contains(request) == true
            else { return law }
            var law = law
            law.verdict = .notJudged
            law.reason = "\(request) has drifted, by which it is prepared: \(law.reason ?? "it failed")"
            return law
        }
    }
}

extension JudgedLaw {
    /// What was asked when the live site failed, without what is its own: `DELETE /rest/api/content/{id}`.
    fileprivate var failedRequest: String? {
        guard let exchange = live?.failedStep?.exchanges.last, let url = try? WebAddress(parsing: exchange.address),
            let sample = ShapeSample(
                Request(Request.Method(rawValue: exchange.method), url), Response(status: 0), of: law.api.deployment)
        else { return nil }
        return sample.key.endpoint
    }
}
