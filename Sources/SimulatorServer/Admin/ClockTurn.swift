import ConfluenceWire
import Documents
import Foundation
import Simulator
import SiteFiles

/// What is to be done to a site's clock.
enum ClockTurn: Sendable, Hashable {
    case advance(seconds: Int)
    /// At the present moment where none is given.
    case freeze(at: Date?)
    case unfreeze

    static func read(_ node: DocumentNode) throws(DocumentError) -> ClockTurn {
        let mapping = try node.mapping(keys: ["advance", "freeze", "unfreeze"])
        guard mapping.entries.count == 1, let entry = mapping.entries.first else {
            throw node.error("one of “advance”, “freeze” and “unfreeze” is expected, found \(mapping.entries.count)")
        }
        switch entry.key {
        case "advance": return .advance(seconds: try entry.value.seconds())
        case "freeze":
            if case .bool(true) = entry.value.content { return .freeze(at: nil) }
            return .freeze(at: try entry.value.instant())
        default:
            guard try entry.value.bool() else { throw entry.value.error("only “true” means something here") }
            return .unfreeze
        }
    }
}

/// A site's clock as JSON.
enum ClockForm {
    static func json(_ site: Simulator) -> JSON {
        ["now": .string(Moment.text(site.now)), "frozen": .bool(site.isClockFrozen)]
    }
}

/// Moments as the admin API writes them: ISO 8601 with milliseconds, in UTC.
enum Moment {
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
