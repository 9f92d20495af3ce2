import ConfluenceModel
import Documents

/// Reads what a scenario says under `live`.
enum LiveNeedsReader {
    static let keys = ["accounts", "writes", "space", "hosting"]

    /// The words for the hosting of a site.
    private enum Hosting: String, CaseIterable {
        case cloud
        case dataCenter = "data-center"

        var kind: DeploymentKind { self == .cloud ? .cloud : .dataCenter }
    }

    static func read(_ node: DocumentNode?, _ mistakes: inout Mistakes) -> LiveNeeds? {
        guard let node, let fields = mistakes.attempt({ () throws(DocumentError) in try node.mapping() }) else {
            return nil
        }
        mistakes.checkKeys(of: fields, among: keys)
        var needs = LiveNeeds()
        needs.writes = mistakes.attempt { () throws(DocumentError) in try fields.bool("writes") ?? false } ?? false
        needs.space = mistakes.attempt { () throws(DocumentError) in try fields.text("space") } ?? nil
        needs.hosting =
            mistakes.attempt { () throws(DocumentError) in try fields["hosting"]?.word(Hosting.self).kind } ?? nil
        for role in mistakes.attempt({ () throws(DocumentError) in try fields.list("accounts") }) ?? [] {
            guard let name = mistakes.attempt({ () throws(DocumentError) in try role.text() }) else { continue }
            if let message = PlaceholderName.problem(with: name, of: "role") {
                mistakes.note(role.error(message))
            } else if needs.accounts.contains(name) {
                mistakes.note(role.error("the role “\(name)” stands twice in the list"))
            } else {
                needs.accounts.append(name)
            }
        }
        if needs.writes, needs.space == nil {
            mistakes.note(node.error("what writes needs the scratch space of its simulated site, as “space: KEY”"))
        }
        if needs.writes || needs.space != nil, needs.accounts.isEmpty, fields["accounts"] == nil {
            mistakes.note(node.error("a scratch space needs somebody who uses it, as “accounts: [writer]”"))
        }
        return needs
    }

    /// Notes what a scenario that may run on a live site must not have.
    static func check(_ scenario: Scenario, _ mistakes: inout Mistakes) {
        guard let needs = scenario.live else { return }
        for step in (scenario.setup + scenario.steps + scenario.teardown).flatMap(\.withThoseInside) {
            guard case .http(let request) = step.action, let role = request.account, !role.holds("{{"),
                !needs.accounts.contains(role)
            else { continue }
            let place = (try? step.node.mapping()["http"]?.mapping()["as"]) ?? step.node
            mistakes.note(
                place.error(
                    needs.accounts.isEmpty
                        ? "nobody is named under live.accounts, so there is no “\(role)”"
                        : DocumentNode.unknown("account", role, among: needs.accounts)))
        }
    }
}

extension ScenarioStep {
    /// The step, and those that it carries out.
    var withThoseInside: [ScenarioStep] {
        if case .forEach(let loop) = action { [self] + loop.steps.flatMap(\.withThoseInside) } else { [self] }
    }
}
