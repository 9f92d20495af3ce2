import Scenarios

/// Where the scenarios of a run come from, and which of them are meant.
struct ScenarioSource: Sendable {
    let paths: [String]
    let selection: ScenarioSelection

    /// The scenarios that were asked for, as their files are now.
    func scenarios() throws(CommandFailure) -> [Scenario] {
        do {
            let scenarios = try ScenarioFiles.read(paths, vocabulary: EmbeddedWorld.vocabulary)
            return try selection.apply(to: scenarios)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
    }

    /// The scenario files that the paths name now.
    func files() -> [String] {
        (try? ScenarioFiles.find(paths)) ?? []
    }
}
