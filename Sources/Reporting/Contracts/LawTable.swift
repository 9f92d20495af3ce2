import ConfluenceModel

/// One table for all sites of a check: how many laws came to what on each.
enum LawTable {
    static func rows(_ report: LawReport) -> [[String]] {
        let verdicts = Verdict.allCases
        let head = ["site"] + verdicts.map(\.title) + ["requests", "time"]
        // Without a live site the simulator answers for itself.
        let isAlone = report.sites.count == 1
        let rows = report.sites.map { site in
            let isSimulator = site.name == CheckedSite.simulator
            let judged = report.laws.filter { $0.site == (isSimulator ? nil : site.name) }
            let counts = verdicts.map { verdict in
                isSimulator && !isAlone ? "" : String(judged.count { $0.verdict == verdict })
            }
            let writes = site.writes == 0 ? "" : " + \(site.writes) of laws that write"
            return [site.name] + counts + [
                "\(site.reads)\(writes)", "\(Double(site.elapsedMilliseconds / 100) / 10) s",
            ]
        }
        return [head] + rows
    }
}
