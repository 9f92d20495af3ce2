package import struct Foundation.Date

/// The time by which a monitor lives; tests turn it, and nobody waits.
package struct MonitorClock: Sendable {
    /// How long ago the monitor was started.
    package var elapsed: @Sendable () -> Duration
    /// Waits until so much time has passed since then.
    package var sleep: @Sendable (_ until: Duration) async throws -> Void
    /// The time of day, where it is known.
    package var date: @Sendable () -> Date?

    package init(
        elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (_ until: Duration) async throws -> Void,
        date: @escaping @Sendable () -> Date? = { nil }
    ) {
        self.elapsed = elapsed
        self.sleep = sleep
        self.date = date
    }

    /// The machine's own clock, from this moment on.
    package static func live() -> MonitorClock {
        let clock = ContinuousClock()
        let start = clock.now
        return MonitorClock(
            elapsed: { start.duration(to: clock.now) },
            sleep: { until in try await clock.sleep(until: start + until) },
            date: { Date() })
    }
}
