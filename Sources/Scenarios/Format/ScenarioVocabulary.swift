/// The words that a scenario may use and that other modules own; a word not among them is a mistake.
package struct ScenarioVocabulary: Sendable, Hashable {
    /// The toolkit's tools.
    package var tools: [String]
    package var causes: [String]
    /// The drivers that everybody has; others come with a tool map and can have any name.
    package var drivers: [String]

    /// What drivers of the SDKs offer besides the toolkit's tools: the credential's Test Connection button.
    package static let connectionCheck = "check_connection"

    /// All that a step may call.
    var callable: [String] { tools + [Self.connectionCheck] }

    package init(tools: [String], causes: [String], drivers: [String] = ["native", "elitea", "alita"]) {
        self.tools = tools
        self.causes = causes
        self.drivers = drivers
    }
}
