import ConfluenceModel
import Documents

/// Reads a family of laws, version 1: one file, from which each law becomes a scenario for each interface it holds on.
enum LawFamilyReader {
    static let formatVersion: Int64 = 1
    static let keys = ["version", "family", "says", "sites", "words", "given", "laws"]
    static let lawKeys = [
        "id", "says", "on", "needs", "source", "confidence", "rests", "words", "setup", "steps", "teardown",
    ]

    /// Whether a document is a family of laws, and no single scenario.
    static func isFamily(_ node: DocumentNode) -> Bool {
        guard case .mapping(let entries) = node.content else { return false }
        let names = entries.map(\.key)
        return names.contains("laws") || names.contains("family")
    }

    /// The scenarios of a family in the order of its laws; every mistake is named, and once.
    static func read(_ node: DocumentNode, vocabulary: ScenarioVocabulary) throws(ScenarioMistakes) -> [Scenario] {
        var reading = LawFamilyReading(vocabulary: vocabulary)
        let scenarios = reading.read(node)
        guard reading.mistakes.errors.isEmpty else {
            throw ScenarioMistakes(errors: reading.mistakes.inOrderOfPlaces)
        }
        return scenarios
    }
}
