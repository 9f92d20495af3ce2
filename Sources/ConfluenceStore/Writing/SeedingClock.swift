import struct Foundation.Date
import typealias Foundation.TimeInterval

/// Counts a minute for each thing that is seeded, from 90 days before now and never past it.
struct SeedingClock {
    static let day: TimeInterval = 86_400

    private let now: Date
    private var moment: Date

    init(now: Date) {
        self.now = now
        moment = now.addingTimeInterval(-90 * Self.day)
    }

    mutating func next() -> Date {
        moment.addTimeInterval(60)
        return min(moment, now)
    }
}
