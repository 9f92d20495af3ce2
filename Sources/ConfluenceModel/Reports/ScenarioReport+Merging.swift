/// Reports of several machines, or of several tries, put together.
package struct MergedRun: Sendable, Hashable {
    package var report: ScenarioRunReport
    /// Shards that no report is of: `2/4`.
    package var missingShards: [String] = []
    /// Results that stood in several reports, of which the last one counts.
    package var replaced = 0

    package init(_ reports: [ScenarioRunReport]) {
        let shards = reports.compactMap(\.shard)
        let areShards = !reports.isEmpty && shards.count == reports.count
        let times = reports.map(\.elapsedMilliseconds)
        report = ScenarioRunReport(
            scenarios: [],
            // Shards run side by side, other runs one after the other.
            elapsedMilliseconds: areShards ? times.max() ?? 0 : times.reduce(0, +),
            startedAt: reports.compactMap(\.startedAt).min(),
            wasInterrupted: reports.contains(where: \.wasInterrupted))
        let seeds = Set(reports.map(\.seed))
        if seeds.count == 1 { report.seed = seeds.first ?? nil }
        for result in reports.flatMap(\.scenarios) { add(result) }
        report.sortByFile()
        missingShards = Self.missing(of: shards)
    }

    private var places: [ResultKey: Int] = [:]

    private mutating func add(_ result: ScenarioResult) {
        let key = ResultKey(
            file: result.file, name: result.name, driver: result.driver, repetition: result.repetition)
        if let place = places[key] {
            // One that was not run says nothing against one that was.
            if result.status != .skipped { report.scenarios[place] = result }
            replaced += 1
        } else {
            places[key] = report.scenarios.count
            report.scenarios.append(result)
        }
    }

    private static func missing(of shards: [String]) -> [String] {
        guard let count = shards.first.flatMap({ $0.split(separator: "/").last }).flatMap({ Int($0) }) else {
            return []
        }
        return (1...max(1, count)).map { "\($0)/\(count)" }.filter { !shards.contains($0) }
    }

    private struct ResultKey: Hashable {
        var file: String
        var name: String
        var driver: String
        var repetition: Int?
    }
}

extension ScenarioRunReport {
    /// Puts what shards dealt out back in the order of its files; drivers keep theirs.
    fileprivate mutating func sortByFile() {
        let drivers = drivers
        func key(_ result: ScenarioResult) -> (String, String, Int, Int) {
            (result.file, result.name, drivers.firstIndex(of: result.driver) ?? 0, result.repetition ?? 0)
        }
        scenarios.sort { key($0) < key($1) }
    }
}
