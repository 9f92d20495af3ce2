import ConfluenceModel
import Documents

/// Reads what every step may hold, and what it expects of certain drivers.
enum StepOptions {
    static let keys = ["name", "timeout", "retries", "when"]
    static let mostRetries = 20

    static func read(
        _ fields: DocumentMapping, into step: inout ScenarioStep, vocabulary: ScenarioVocabulary
    ) throws(DocumentError) {
        step.name = try fields.text("name")
        step.timeout = try fields["timeout"]?.positiveTime()
        step.retries = try retries(fields["retries"])
        guard let condition = fields["when"] else { return }
        let words = try condition.mapping(keys: ["driver"])
        step.drivers = try drivers(words.required("driver"), vocabulary)
    }

    /// One driver, or a list of them.
    static func drivers(_ node: DocumentNode?, _ vocabulary: ScenarioVocabulary) throws(DocumentError) -> [String] {
        guard let node else { return [] }
        var nodes = [node]
        if case .list(let elements) = node.content { nodes = elements }
        var drivers: [String] = []
        for node in nodes { drivers.append(try driver(node.text(), vocabulary) { node.error($0) }) }
        guard !drivers.isEmpty else { throw node.error("at least one driver is expected") }
        return drivers
    }

    /// `differences: {alita: {because: …, expect: {…}}}`.
    static func differences(
        _ node: DocumentNode?, _ vocabulary: ScenarioVocabulary
    ) throws(DocumentError) -> [Difference] {
        var differences: [Difference] = []
        for entry in try node?.mapping().entries ?? [] {
            let fields = try entry.value.mapping(keys: ["because", "expect"])
            differences.append(
                Difference(
                    driver: try driver(entry.key, vocabulary) { entry.error($0) },
                    because: try fields.required("because").text(),
                    expectation: try ExpectationReader.answer(try fields.required("expect"))))
        }
        return differences
    }

    /// A driver of a tool map can have any name, but hardly one that is nearly that of a known driver.
    private static func driver(
        _ name: String, _ vocabulary: ScenarioVocabulary, _ error: (String) -> DocumentError
    ) throws(DocumentError) -> String {
        if !vocabulary.drivers.contains(name), NearestWord.find(for: name, in: vocabulary.drivers) != nil {
            throw error(DocumentNode.unknown("driver", name, among: vocabulary.drivers))
        }
        return name
    }

    private static func retries(_ node: DocumentNode?) throws(DocumentError) -> Retries {
        guard let node else { return Retries() }
        guard case .mapping = node.content else { return Retries(times: try node.count(0...mostRetries)) }
        let fields = try node.mapping(keys: ["times", "wait"])
        return Retries(
            times: try fields.required("times").count(0...mostRetries),
            wait: .milliseconds(try fields["wait"]?.milliseconds() ?? 0))
    }
}

extension DocumentNode {
    /// A length of time that is not nothing.
    func positiveTime() throws(DocumentError) -> Duration {
        let milliseconds = try milliseconds()
        guard milliseconds > 0 else { throw error("a time above zero is expected") }
        return .milliseconds(milliseconds)
    }
}
