package import Foundation

/// The time that the guard goes by.
package struct SiteClock: Sendable {
    /// How long the run has lasted.
    package var elapsed: @Sendable () -> Duration
    /// The time of day, for moments that a site names.
    package var date: @Sendable () -> Date
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        elapsed: @escaping @Sendable () -> Duration, date: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.elapsed = elapsed
        self.date = date
        self.sleep = sleep
    }

    /// One that begins now.
    package static func running(date: @escaping @Sendable () -> Date) -> SiteClock {
        let clock = ContinuousClock()
        let start = clock.now
        return SiteClock(
            elapsed: { clock.now - start }, date: date, sleep: { try await clock.sleep(for: $0) })
    }
}
