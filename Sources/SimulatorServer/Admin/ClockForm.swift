import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import Simulator
import SiteFiles

/// A site's clock as the admin API tells and turns it.
enum ClockForm {
    static func json(_ site: Simulator) -> JSON {
        ["now": .string(Moment.text(site.now)), "frozen": .bool(site.isClockFrozen)]
    }

    /// A hundred years: moments stay such as other programs read.
    private static let furthest = 36_500 * 86_400

    /// What is to be done to the clock: `advance`, `freeze` or `unfreeze`.
    static func turn(_ node: DocumentNode) throws(DocumentError) -> SiteAct {
        let mapping = try node.mapping(keys: ["advance", "freeze", "unfreeze"])
        guard mapping.entries.count == 1, let entry = mapping.entries.first else {
            throw node.error("one of “advance”, “freeze” and “unfreeze” is expected, found \(mapping.entries.count)")
        }
        switch entry.key {
        case "advance":
            let seconds = try entry.value.seconds()
            guard seconds <= furthest else {
                throw entry.value.error("a clock is advanced by at most \(furthest / 86_400) days at once")
            }
            return .advanceClock(seconds: seconds)
        case "freeze":
            if case .bool(true) = entry.value.content { return .freezeClock(at: nil) }
            return .freezeClock(at: try entry.value.instant())
        default:
            guard try entry.value.bool() else { throw entry.value.error("only “true” means something here") }
            return .unfreezeClock
        }
    }
}

/// Moments as the admin API writes them: ISO 8601 with milliseconds, in UTC.
enum Moment {
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
