import ConfluenceModel

/// What is run with what, and how often.
package struct RunPlan: Sendable {
    package var drivers: [any Driver]
    package var repetitions: Int
    package var shard: Shard?
    /// Shuffles the order; the same seed gives the same order on every machine.
    package var seed: UInt64?
    /// Whether nothing more is begun once a scenario has failed.
    package var failsFast: Bool

    package init(
        drivers: [any Driver], repetitions: Int = 1, shard: Shard? = nil, seed: UInt64? = nil, failsFast: Bool = false
    ) {
        self.drivers = drivers
        self.repetitions = max(1, repetitions)
        self.shard = shard
        self.seed = seed
        self.failsFast = failsFast
    }

    /// The single runs in their order: each scenario with each driver, as often as asked for.
    func units(of scenarios: [Scenario]) -> [RunUnit] {
        var units = scenarios.enumerated().flatMap { position, scenario in
            drivers.enumerated().map { number, driver in
                RunUnit(scenario: scenario, driver: driver, position: position, driverNumber: number)
            }
        }
        if let shard {
            units.sort { $0.dealingKey < $1.dealingKey }
            units = shard.share(of: units).sorted { ($0.position, $0.driverNumber) < ($1.position, $1.driverNumber) }
        }
        if repetitions > 1 {
            units = units.flatMap { unit in
                (1...repetitions).map { repetition in
                    var unit = unit
                    unit.repetition = repetition
                    return unit
                }
            }
        }
        if let seed {
            let keyed = units.map { (key: $0.shuffleKey(seed), unit: $0) }
            units = keyed.sorted { ($0.key, $0.unit.position) < ($1.key, $1.unit.position) }.map(\.unit)
        }
        return units
    }
}

/// One scenario with one driver, once.
struct RunUnit: Sendable {
    let scenario: Scenario
    let driver: any Driver
    /// Of the scenario among all of them, and of the driver.
    let position: Int
    let driverNumber: Int
    var repetition: Int?

    /// Drivers first: what a slow driver runs is dealt out evenly, too.
    var dealingKey: (Int, String, String, Int) { (driverNumber, scenario.name, scenario.file, position) }

    /// A number that the seed and the unit's names alone decide: FNV-1a over the names, spread by SplitMix64.
    func shuffleKey(_ seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(scenario.name)\n\(scenario.file)\n\(driver.name)\n\(repetition ?? 0)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return SplitMix64.number(at: seed, seed: hash)
    }

    /// Why the scenario is not for this driver; `nil` where it is.
    var refusal: String? {
        guard scenario.isFor(driver: driver.name) else {
            return "it is only for the driver \(scenario.drivers.joined(separator: " or "))"
        }
        return scenario.reasonToSkip(with: driver)
    }

    /// A result without steps.
    func result(_ status: ScenarioStatus, reason: String? = nil) -> ScenarioResult {
        ScenarioResult(
            name: scenario.name, instance: scenario.combination.label, file: scenario.file, tags: scenario.tags,
            driver: driver.name, repetition: repetition, status: status, steps: [], knownDefect: scenario.knownDefect,
            reason: reason)
    }
}
