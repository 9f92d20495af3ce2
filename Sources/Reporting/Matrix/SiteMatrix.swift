import ConfluenceModel

/// Each scenario of a run beside the live sites that it ran on.
struct SiteMatrix: Sendable, Hashable {
    struct Row: Sendable, Hashable {
        var scenario: String
        /// One for each site; `nil` where it did not come to it.
        var cells: [ScenarioStatus?]
    }

    /// The profiles, in the order in which they were met.
    let sites: [String]
    let rows: [Row]

    var isWorthShowing: Bool { sites.count > 1 }

    init(_ report: ScenarioRunReport) {
        func key(_ result: ScenarioResult) -> String { "\(result.file)\n\(result.title)\n\(result.driver)" }
        var sites: [String] = []
        var order: [String] = []
        var titles: [String: String] = [:]
        var cells: [String: [String: ScenarioStatus]] = [:]
        for result in report.scenarios {
            guard let site = result.site else { continue }
            if !sites.contains(site) { sites.append(site) }
            if cells[key(result)] == nil { order.append(key(result)) }
            titles[key(result)] = report.drivers.count > 1 ? "\(result.title) (\(result.driver))" : result.title
            cells[key(result), default: [:]][site] = result.status
        }
        self.sites = sites
        rows = order.map { key in
            Row(scenario: titles[key] ?? "", cells: sites.map { cells[key]?[$0] })
        }
    }
}
