package import Foundation

/// How long a site asks to be left alone: `Retry-After` as a number of seconds or as a date (RFC 9110).
package enum RetryAfter {
    /// `nil` where the answer asks for nothing of the kind.
    package static func wait(in response: Response, at now: Date) -> Duration? {
        guard [429, 503].contains(response.status), let text = response.headers["Retry-After"] else { return nil }
        let words = text.trimmingCharacters(in: .whitespaces)
        if let seconds = Double(words), seconds.isFinite { return wait(seconds: seconds) }
        return moment(words).map { wait(seconds: $0.timeIntervalSince(now)) }
    }

    /// How long until a limit of requests is lifted, by the headers of those sites that name no `Retry-After`.
    ///
    /// Cloud tells the moment (ISO 8601), Data Center how often it gives new requests; other gateways count seconds, or
    /// from 1970 on.
    package static func waitForLimit(in response: Response, at now: Date) -> Duration? {
        if let text = response.headers["X-RateLimit-Reset"] ?? response.headers["RateLimit-Reset"] {
            let words = text.trimmingCharacters(in: .whitespaces)
            if let number = Double(words), number.isFinite {
                return wait(seconds: number < 1e9 ? number : number - now.timeIntervalSince1970)
            }
            return isoMoment(words).map { wait(seconds: $0.timeIntervalSince(now)) }
        }
        return response.headers["X-RateLimit-Interval-Seconds"].flatMap(Double.init).map { wait(seconds: $0) }
    }

    /// What an HTTP header's date says, in any of the three forms in which HTTP writes a moment.
    package static func moment(_ text: String) -> Date? {
        read(text, ["EEE, dd MMM yyyy HH:mm:ss zzz", "EEEE, dd-MMM-yy HH:mm:ss zzz", "EEE MMM d HH:mm:ss yyyy"])
    }

    private static func isoMoment(_ text: String) -> Date? {
        read(text, ["yyyy-MM-dd'T'HH:mm:ssX", "yyyy-MM-dd'T'HH:mmX", "yyyy-MM-dd'T'HH:mm:ss.SSSX"])
    }

    /// More than anybody waits; a larger number says nothing else.
    private static let longest = 1e9

    private static func wait(seconds: Double) -> Duration { .seconds(min(max(0, seconds), longest)) }

    private static func read(_ text: String, _ forms: [String]) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        for form in forms {
            formatter.dateFormat = form
            if let date = formatter.date(from: text) { return date }
        }
        return nil
    }
}
