import ConfluenceModel
import Documents
package import LiveSites

extension Scenario {
    /// Why it can't run on a live site; `nil` where it can.
    package func reasonNotLive(on access: SiteAccess) -> String? {
        guard let live else { return "it is written for its own simulated site, and has no “live:”" }
        if let hosting = live.hosting, hosting != access.hosting {
            return "it is for \(hosting.title), and \(access.name) is \(access.hosting.title)"
        }
        if let reason = reasonByItself { return reason }
        if let role = live.accounts.first(where: { access.account(as: $0) == nil }) {
            return "the profile \(access.name) has no account for the role \(role)"
        }
        if live.writes, !access.mayWrite {
            return "it writes, and nothing may be written on \(access.name)"
        }
        if live.writes || live.space != nil, access.scratchSpace == nil {
            return "the profile \(access.name) names no scratch-space"
        }
        return nil
    }

    /// What of it only a simulated site has.
    private var reasonByItself: String? {
        if sites.count > 1 { return "it has several sites" }
        if !arrange.isEmpty { return "it needs what only a simulated site's administrator can do (arrange)" }
        if !receivers.isEmpty { return "it waits for webhooks, which a live site does not send here" }
        for step in (setup + steps + teardown).flatMap(\.withThoseInside) {
            switch step.action {
            case .site: return "it needs what only a simulated site's administrator can do (a step “site”)"
            case .browserLogin: return "it logs in by a form as one of its simulated site's people"
            case .diagnose(let question) where !question.expectation.journal.isEmpty:
                return "it looks into the journal, which a live site does not show"
            default: break
            }
            if !step.expectation.journal.isEmpty { return "it looks into the journal, which a live site does not show" }
        }
        let owned = placeholders.first { ["token", "password", "user"].contains($0.root) }
        return owned.map { "it names people of its simulated site, by {{\($0.written)}}" }
    }

    /// The placeholders that it names anywhere.
    var placeholders: [PlaceholderWay] {
        let nodes =
            (setup + steps + teardown).map(\.node) + variables.map(\.node) + configurations.map(\.node)
            + credentials.map(\.data)
        return nodes.flatMap(\.placeholders)
    }
}

extension DocumentNode {
    /// The placeholders of all texts and keys in this value.
    fileprivate var placeholders: [PlaceholderWay] {
        switch content {
        case .string(let text): PlaceholderText(text).names.map(PlaceholderWay.init)
        case .list(let elements): elements.flatMap(\.placeholders)
        case .mapping(let entries):
            entries.flatMap { PlaceholderText($0.key).names.map(PlaceholderWay.init) + $0.value.placeholders }
        case .null, .bool, .integer, .number: []
        }
    }
}
