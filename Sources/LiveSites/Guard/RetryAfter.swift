package import ConfluenceWire
package import Foundation

/// How long a site asks to be left alone: `Retry-After` as a number of seconds or as a date (RFC 9110).
package enum RetryAfter {
    /// `nil` where the answer asks for nothing of the kind.
    package static func wait(in response: Response, at now: Date) -> Duration? {
        guard [429, 503].contains(response.status), let text = response.headers["Retry-After"] else { return nil }
        let words = text.trimmingCharacters(in: .whitespaces)
        if let seconds = Double(words), seconds.isFinite {
            return .seconds(min(max(0, seconds), longest))
        }
        guard let date = date(words) else { return nil }
        return .seconds(min(max(0, date.timeIntervalSince(now)), longest))
    }

    /// More than anybody waits; a larger number says nothing else.
    private static let longest = 1e9

    /// The three forms in which HTTP writes a moment.
    private static func date(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        for form in ["EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy"] {
            formatter.dateFormat = form
            if let date = formatter.date(from: text) { return date }
        }
        return nil
    }
}
