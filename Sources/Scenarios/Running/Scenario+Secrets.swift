import ConfluenceModel
import Documents

extension Scenario {
    /// What the scenario itself makes a secret: passwords that its acts set, and what it takes from the environment.
    func secrets(from environment: [String: String]) -> [String] {
        let acts = arrange + (setup + steps + teardown).flatMap(\.acts)
        let passwords = acts.compactMap { act -> String? in
            if case .setPassword(_, let password) = act { password } else { nil }
        }
        let nodes = variables.map(\.node) + credentials.map(\.data) + configurations.map(\.node)
        return passwords + nodes.flatMap(\.environmentNames).compactMap { environment[$0] }
    }
}

extension ScenarioStep {
    fileprivate var acts: [SiteAct] {
        switch action {
        case .site(let act): [act]
        case .forEach(let loop): loop.steps.flatMap(\.acts)
        default: []
        }
    }
}

extension DocumentNode {
    /// The variables of the environment that this value names.
    fileprivate var environmentNames: [String] {
        switch content {
        case .string(let text):
            PlaceholderText(text).names.map(PlaceholderWay.init).filter { $0.root == "env" }.map(\.rest)
        case .list(let elements): elements.flatMap(\.environmentNames)
        case .mapping(let entries): entries.flatMap(\.value.environmentNames)
        case .null, .bool, .integer, .number: []
        }
    }
}
