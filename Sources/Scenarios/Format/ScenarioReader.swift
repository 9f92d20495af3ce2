package import Documents

/// Reads a scenario file, version 1.
package enum ScenarioReader {
    package static let formatVersion: Int64 = 1

    static let keys = [
        "version", "name", "question", "use-case", "description", "tags", "drivers", "needs", "known-defect", "timeout",
        "matrix", "site", "sites", "live", "arrange", "credentials", "configuration", "configurations", "variables",
        "data",
        "receivers", "setup", "steps", "teardown", "diagnose", "never",
    ]

    /// The scenarios of a file, one for each combination of its matrix; every mistake is named, and once.
    package static func read(
        _ node: DocumentNode, vocabulary: ScenarioVocabulary
    ) throws(ScenarioMistakes) -> [Scenario] {
        var mistakes = Mistakes()
        guard let choices = mistakes.attempt({ () throws(DocumentError) in try choices(node) }) else {
            throw ScenarioMistakes(errors: mistakes.errors)
        }
        var scenarios: [Scenario] = []
        for choice in choices {
            guard
                let filled = mistakes.attempt({ () throws(DocumentError) in
                    try MatrixFilling(values: choice.values).fill(node)
                })
            else { continue }
            var reading = ScenarioReading(
                combination: choice.combination, written: node, vocabulary: vocabulary, mistakes: mistakes)
            let scenario = reading.read(filled)
            mistakes = reading.mistakes
            if let scenario { scenarios.append(scenario) }
        }
        guard mistakes.errors.isEmpty else { throw ScenarioMistakes(errors: mistakes.inOrderOfPlaces) }
        return scenarios
    }

    /// The combinations of a document that is a scenario of this version.
    private static func choices(_ node: DocumentNode) throws(DocumentError) -> [Matrix.Choice] {
        let fields = try node.mapping()
        let version: DocumentNode
        do {
            version = try fields.required("version", among: keys)
        } catch {
            throw FileKind.error(error, of: node, expected: .scenario)
        }
        guard try version.integer() == formatVersion else {
            throw version.error("this release reads version \(formatVersion) of the scenario format")
        }
        guard let matrix = fields["matrix"] else { return [Matrix.Choice(combination: .init(), values: [:])] }
        return try Matrix(matrix).choices
    }
}
