import ConfluenceToolkit
import ConfluenceWire
import Documents

/// A configuration of the scenario, ready for a driver and for the doctor.
struct PreparedToolkit: Sendable {
    var name: String
    var configuration: ToolkitConfiguration
    var document: JSON

    /// The scenario's configurations with their credentials and placeholders filled in.
    static func prepare(_ scenario: Scenario, _ placeholders: Placeholders) throws -> [PreparedToolkit] {
        var toolkits: [PreparedToolkit] = []
        for document in scenario.configurations {
            var node = document.node
            if !scenario.credentials.isEmpty { node = try node.takingCredentials(from: scenario.credentials) }
            // Fields are named as in the configuration itself, which begins here.
            node = try placeholders.fill(node).moved(to: "")
            let configurations = try ConfigurationReader.read(node)
            guard configurations.count == 1, let configuration = configurations.first else {
                throw document.node.error(
                    "this holds \(configurations.count) toolkits; write each of them under “configurations”")
            }
            toolkits.append(PreparedToolkit(name: document.name, configuration: configuration, document: node.json))
        }
        return toolkits
    }
}

extension Scenario {
    /// Whether a step calls a tool of that configuration.
    func callsTools(of configuration: String) -> Bool {
        (setup + steps + teardown).contains { $0.callsTool(of: configuration, first: configurations.first?.name) }
    }
}

extension ScenarioStep {
    fileprivate func callsTool(of configuration: String, first: String?) -> Bool {
        switch action {
        // Which one a placeholder comes to mean is not known yet, so all of them are made ready.
        case .tool(_, _, let name): (name ?? first) == configuration || node.namesConfigurationLater
        case .forEach(let loop): loop.steps.contains { $0.callsTool(of: configuration, first: first) }
        default: false
        }
    }
}

extension DocumentNode {
    fileprivate var namesConfigurationLater: Bool {
        guard case .mapping(let entries) = content else { return false }
        return entries.contains { $0.key == "configuration" && $0.value.holdsPlaceholder }
    }
}
