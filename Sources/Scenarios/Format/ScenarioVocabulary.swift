/// The words that a scenario may use and that other modules own; a word not among them is a mistake.
package struct ScenarioVocabulary: Sendable {
    package var tools: [String]
    package var causes: [String]

    package init(tools: [String], causes: [String]) {
        self.tools = tools
        self.causes = causes
    }
}
