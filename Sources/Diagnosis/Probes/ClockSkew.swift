import ConfluenceWire
import Foundation

/// How far the clock of a site and the one here are apart.
struct ClockSkew: Sendable, Hashable {
    /// Above zero where the site is ahead.
    var seconds: Int
    private var stamp: Date
    private var now: Date

    /// Less is the time that answers take, and the slack of ordinary clocks.
    private static let tolerance = 240

    /// `nil` where the headers don't tell the time.
    init?(_ headers: Headers, now: Date) {
        guard let text = headers["Date"], let stamp = RetryAfter.moment(text) else { return nil }
        // An answer out of a cache is as old as it says.
        let age = headers["Age"].flatMap { Double($0) } ?? 0
        let difference = stamp.addingTimeInterval(age).timeIntervalSince(now)
        guard abs(difference) < 1e9 else { return nil }
        seconds = Int(difference.rounded())
        self.stamp = stamp
        self.now = now
    }

    var site: String { Self.formatter.string(from: stamp) }
    var own: String { Self.formatter.string(from: now) }

    var isTooMuch: Bool { abs(seconds) > Self.tolerance }

    private static let formatter = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return formatter
    }()
}
