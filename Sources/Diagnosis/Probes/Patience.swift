import ConfluenceWire
import Foundation

/// How long a diagnosis waits for a site that says that too many requests were sent (429).
///
/// Atlassian's own advice is four tries at most, from five seconds on and twice as long each time, where the site names
/// no time itself.
struct Patience: Sendable {
    /// How much is left of the seconds that may be waited.
    private var left: Int
    private var usual = 5
    private var pauses = 0
    /// What the site asked for, in seconds, and was not waited.
    private(set) var refused: Int?

    private static let mostPauses = 4

    init(longest: Int) {
        left = longest
    }

    /// How many seconds to wait before asking again; `nil` where the answer is to be taken as it is.
    mutating func pause(after response: Response?, at now: Date?) -> Int? {
        guard let response, response.status == 429 else { return nil }
        let seconds = Self.seconds(in: response, at: now) ?? usual
        guard seconds <= left, pauses < Self.mostPauses else {
            refused = max(refused ?? 0, seconds)
            return nil
        }
        left -= seconds
        pauses += 1
        usual *= 2
        return seconds
    }

    /// What the answer asks for, by the site's own clock where it tells the time; at least one second, since some say 0.
    private static func seconds(in response: Response, at now: Date?) -> Int? {
        guard let now = response.headers["Date"].flatMap(RetryAfter.moment) ?? now else {
            return response.headers["Retry-After"].flatMap { Int($0) }.map { max(1, $0) }
        }
        let wait = RetryAfter.wait(in: response, at: now) ?? RetryAfter.waitForLimit(in: response, at: now)
        return wait.map { max(1, Int(($0 / .seconds(1)).rounded(.up))) }
    }
}
