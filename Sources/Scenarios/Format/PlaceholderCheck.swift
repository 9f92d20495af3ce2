import ConfluenceModel
import Documents

/// Finds the placeholders of a scenario that nothing can come to stand for, before it runs.
struct PlaceholderCheck {
    private let variables: [String]
    private let data: [String]
    private let receivers: [String]
    private let sites: [String]
    private let live: LiveNeeds?
    /// What placeholders without a root may have been meant for.
    private let names: PlaceholderNames

    /// - Parameter fields: The scenario as written: what a step that can't be read would make is known all the same.
    init(scenario: Scenario, fields: DocumentMapping) {
        let steps = ["setup", "steps", "teardown"].compactMap { fields[$0] }
        variables = scenario.variables.map(\.name) + steps.flatMap(\.namesMade)
        data = scenario.dataFiles.map(\.name)
        receivers = scenario.receivers
        sites = scenario.sites.map(\.name)
        live = scenario.live
        names = PlaceholderNames(
            variables: variables, data: data, axes: scenario.combination.values.map(\.axis), receivers: receivers)
    }

    /// Where the environment of the machine may be looked at.
    private static let openToEnvironment = ["variables", "configuration", "configurations", "credentials"]

    func check(_ fields: DocumentMapping, _ mistakes: inout Mistakes) {
        for entry in fields.entries where entry.key != "matrix" {
            check(entry.value, Self.openToEnvironment.contains(entry.key), &mistakes)
        }
    }

    private func check(_ node: DocumentNode, _ environment: Bool, _ mistakes: inout Mistakes) {
        switch node.content {
        case .string(let text): check(text, at: node, environment, &mistakes)
        case .list(let elements): for element in elements { check(element, environment, &mistakes) }
        case .mapping(let entries):
            for entry in entries {
                check(entry.key, at: entry.value, environment, &mistakes)
                check(entry.value, environment, &mistakes)
            }
        case .null, .bool, .integer, .number: break
        }
    }

    private func check(_ text: String, at node: DocumentNode, _ environment: Bool, _ mistakes: inout Mistakes) {
        guard text.holds("{{") else { return }
        for name in PlaceholderText(text).names {
            if let problem = problem(with: PlaceholderWay(name), environment) { mistakes.note(node.error(problem)) }
        }
    }

    private func problem(with way: PlaceholderWay, _ environment: Bool) -> String? {
        switch way.root {
        case "var": unknown(way, "variable", among: variables)
        case "data": unknown(way, "data file", among: data)
        case "receiver": way.words.count == 3 ? unknown(way, "receiver", among: receivers) : way.incomplete
        case "site" where way.words.count == 3 && !sites.isEmpty: unknown(way, "site", among: sites)
        case "site" where way.words.count == 2:
            SitesReader.facts.contains(way.rest)
                ? nil : DocumentNode.unknown("placeholder", way.rest, among: SitesReader.facts)
        case "run":
            ["id", "driver"].contains(way.rest)
                ? nil : DocumentNode.unknown("fact of a run", way.rest, among: ["id", "driver"])
        case "scratch": scratchProblem(with: way)
        case "account": accountProblem(with: way)
        case "env" where !environment:
            "{{env.…}} stands only in variables, credentials and configurations; give it to a variable"
        case "site", "token", "password", "text": way.rest.isEmpty ? way.incomplete : nil
        case "user": way.words.count < 3 ? way.incomplete : nil
        default: names.withoutRoot(way) ?? way.misspeltRoot
        }
    }

    private func scratchProblem(with way: PlaceholderWay) -> String? {
        guard Placeholders.scratchFacts.contains(way.rest) else {
            return DocumentNode.unknown("placeholder", way.rest, among: Placeholders.scratchFacts)
        }
        guard let live, live.space != nil else {
            return "{{\(way.written)}} needs a scratch space, as “live: {accounts: [writer], writes: true, space: KEY}”"
        }
        return way.rest == "parent" && !live.writes
            ? "{{scratch.parent}} is there for scenarios that write, by “writes: true” under “live”" : nil
    }

    private func accountProblem(with way: PlaceholderWay) -> String? {
        guard way.words.count == 3 else { return way.incomplete }
        guard let live else {
            return "{{\(way.written)}} needs the role under “live”, as “live: {accounts: [\(way.words[1])]}”"
        }
        guard live.accounts.contains(way.words[1]) else {
            return live.accounts.isEmpty
                ? "nobody is named under live.accounts, so there is no “\(way.words[1])”"
                : DocumentNode.unknown("account", way.words[1], among: live.accounts)
        }
        return Placeholders.accountFacts.contains(way.words[2])
            ? nil : DocumentNode.unknown("fact of an account", way.words[2], among: Placeholders.accountFacts)
    }

    private func unknown(_ way: PlaceholderWay, _ kind: String, among known: [String]) -> String? {
        guard let name = way.name else { return way.incomplete }
        if known.contains(name) { return nil }
        guard !known.isEmpty else { return "there is no \(kind) “\(name)”, as the scenario has none" }
        return DocumentNode.unknown(kind, name, among: known)
    }
}

extension DocumentNode {
    /// The variables that these steps give their followers, or the steps inside of them.
    fileprivate var namesMade: [String] {
        switch content {
        case .list(let steps): steps.flatMap(\.namesMade)
        case .mapping(let entries):
            entries.flatMap { entry in
                switch entry.key {
                case "capture": entry.value.keys
                case "for-each": entry.value.keys + [Loop.counter]
                case "do": entry.value.namesMade
                default: [String]()
                }
            }
        default: []
        }
    }

    private var keys: [String] {
        if case .mapping(let entries) = content { entries.map(\.key) } else { [] }
    }
}
