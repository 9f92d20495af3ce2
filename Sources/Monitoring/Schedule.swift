/// The moments of rounds: multiples of the interval since the start, whatever time a round takes.
struct Schedule: Sendable {
    private let interval: Duration
    private let length: Duration?
    private var following = 0
    private var quietUntil = Duration.zero
    /// Rounds whose moment went by while another was being made, or while the site was to be left alone.
    private(set) var skipped = 0

    init(interval: Duration, length: Duration?) {
        self.interval = interval
        self.length = length
    }

    /// The moment of the next round; `nil` when the time is over.
    mutating func next(at elapsed: Duration) -> Duration? {
        let earliest = max(elapsed, quietUntil)
        // A round that is a little late is made; one whose successor is due is left out.
        while interval * (following + 1) <= earliest || interval * following < quietUntil {
            guard isWithin(following) else { return nil }
            following += 1
            skipped += 1
        }
        guard isWithin(following) else { return nil }
        defer { following += 1 }
        return interval * following
    }

    mutating func stayQuiet(until moment: Duration) {
        quietUntil = max(quietUntil, moment)
    }

    private func isWithin(_ number: Int) -> Bool {
        length.map { interval * number < $0 } ?? true
    }
}
