import ConfluenceModel
import ConfluenceTesting
import Documents
import Scenarios

@testable import DoctorCommands

/// Scenarios that are written in a test, on a site of Acme of their own and with the native toolkit.
extension ConfluenceSite.Acme {
    /// What came of the steps, which are YAML as in a scenario's file.
    ///
    /// - Parameters:
    ///   - bot: The account whose token the toolkit has.
    ///   - head: Further lines of the scenario, such as `never: [writes]`.
    func run(
        as bot: String = "writer-bot", head: String = "", baseURL: String = "{{site.url}}",
        shelf: ScenarioShelf = .empty, _ steps: String
    ) async throws -> ScenarioResult {
        let token = "{{token.\(bot)-token}}"
        let login =
            self == .cloud
            ? #"hosting: Cloud, username: "{{user.\#(bot).email}}", api_key: "\#(token)""#
            : #"hosting: Server, token: "\#(token)""#
        let yaml = """
            version: 1
            name: Written in a test
            site: \(Self.root)Fixtures/sites/\(rawValue).yaml
            \(head)
            configuration:
              type: confluence
              toolkit_name: docs
              settings:
                confluence_configuration: {base_url: "\(baseURL)", \(login)}
                space_key: DOCS
            steps:
            \(steps)

            """
        let node = try DocumentReader.readYAML(Array(yaml.utf8), file: "written.yaml")
        let scenarios = try ScenarioReader.read(node, vocabulary: EmbeddedWorld.vocabulary)
        var world = EmbeddedWorld.scenarios
        world.shelf = shelf
        return await ScenarioRunner(world: world, driver: NativeDriver(), jobs: 1).run(scenarios).scenarios[0]
    }

    /// All that does not hold, of whatever step.
    func problems(
        as bot: String = "writer-bot", head: String = "", baseURL: String = "{{site.url}}", _ steps: String
    ) async throws -> [String] {
        let result = try await run(as: bot, head: head, baseURL: baseURL, steps)
        return [result.reason].compactMap(\.self) + result.steps.flatMap(\.problems)
    }

    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"
}
