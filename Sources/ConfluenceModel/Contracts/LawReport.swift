/// What a check of laws gave: the contents of `contract check --format json`.
package struct LawReport: Sendable, Hashable {
    /// The version of the published JSON form.
    package static let formatVersion = 1

    package var laws: [JudgedLaw]
    /// The simulator first, and each live site.
    package var sites: [CheckedSite]
    /// Laws that were not even tried on live sites, as they write.
    package var leftOut: Int
    package var elapsedMilliseconds: Int

    package init(laws: [JudgedLaw], sites: [CheckedSite], leftOut: Int, elapsedMilliseconds: Int) {
        self.laws = laws
        self.sites = sites
        self.leftOut = leftOut
        self.elapsedMilliseconds = elapsedMilliseconds
    }

    package func count(_ verdict: Verdict) -> Int { laws.count { $0.verdict == verdict } }

    /// The verdicts that call for somebody and that were not known before.
    package var news: [JudgedLaw] { laws.filter { $0.verdict.calls && !$0.isKnown } }

    /// Whether a site was out of order, wholly or for some laws.
    package var hasOutage: Bool {
        sites.contains { $0.trouble != nil }
            || laws.contains { $0.verdict == .notJudged && $0.live?.outcome == .outOfOrder }
    }

    /// The report with each text that could hold something of a site written anew.
    package func mapTexts(_ write: (String) -> String) -> LawReport {
        var report = self
        report.laws = laws.map { judged in
            var judged = judged
            judged.reason = judged.reason.map(write)
            judged.simulator.reason = judged.simulator.reason.map(write)
            judged.simulator.result = judged.simulator.result.mapTexts(write)
            if var live = judged.live {
                live.reason = live.reason.map(write)
                live.result = live.result.mapTexts(write)
                judged.live = live
            }
            return judged
        }
        return report
    }
}

/// A law on one interface, judged by the simulator and one live site, or by the simulator alone.
package struct JudgedLaw: Sendable, Hashable {
    package var law: Law
    /// The profile of the live site; `nil` where the simulator was tried alone.
    package var site: String?
    package var verdict: Verdict
    /// Why it is so, where it isn't plain.
    package var reason: String?
    package var simulator: LawTry
    package var live: LawTry?
    /// Whether it was told before.
    package var isKnown = false

    package init(
        law: Law, site: String?, verdict: Verdict, reason: String?, simulator: LawTry, live: LawTry?
    ) {
        self.law = law
        self.site = site
        self.verdict = verdict
        self.reason = reason
        self.simulator = simulator
        self.live = live
    }

    /// What tells it from others, the same at each run: `staging/stale-version-is-refused/cloud-v1`.
    package var key: String { "\(site ?? CheckedSite.simulator)/\(law.id)/\(law.api.rawValue)" }

    /// The exchanges of the step at which one of the two sites failed, those of both sites in pairs.
    package var exchanges: [(simulator: StepExchange?, live: StepExchange?)] {
        let failed = live?.failedStep ?? simulator.failedStep
        let ours = simulator.exchanges(of: failed)
        let theirs = live?.exchanges(of: failed) ?? []
        return (0..<max(ours.count, theirs.count)).map { index in
            (ours.indices.contains(index) ? ours[index] : nil, theirs.indices.contains(index) ? theirs[index] : nil)
        }
    }
}

extension LawTry {
    /// What was sent in the step that is written where another try's step is.
    fileprivate func exchanges(of step: StepResult?) -> [StepExchange] {
        guard let step else { return [] }
        return result.steps.first { $0.line == step.line && $0.part == step.part }?.exchanges ?? []
    }
}

/// A site on which laws were tried.
package struct CheckedSite: Sendable, Hashable {
    /// What the simulator is called in reports.
    package static let simulator = "simulator"

    package var name: String
    /// How many requests the laws came to that only read.
    package var reads: Int
    /// How many requests the laws came to that write.
    package var writes: Int
    package var elapsedMilliseconds: Int
    /// Why nothing could be tried on it, or hardly anything.
    package var trouble: String?
    /// The release of Data Center, where it is known.
    package var version: String?
    /// What answered in the place of a live site, such as `simulator`; told only where somebody asked.
    package var simulation: String?

    package init(name: String, reads: Int, writes: Int, elapsedMilliseconds: Int, trouble: String? = nil) {
        self.name = name
        self.reads = reads
        self.writes = writes
        self.elapsedMilliseconds = elapsedMilliseconds
        self.trouble = trouble
    }
}
