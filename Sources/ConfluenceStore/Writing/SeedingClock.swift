import struct Foundation.Date
import typealias Foundation.TimeInterval

/// Counts a minute for each thing that is seeded, from 90 days before now; less where so many would run past it.
struct SeedingClock {
    static let day: TimeInterval = 86_400

    private let now: Date
    private let step: TimeInterval
    private var moment: Date

    /// - Parameter things: How many are to be dated.
    init(now: Date, things: Int) {
        self.now = now
        step = min(60, 90 * Self.day / TimeInterval(max(things, 1)))
        moment = now.addingTimeInterval(-90 * Self.day)
    }

    mutating func next() -> Date {
        moment.addTimeInterval(step)
        return min(moment, now)
    }
}
