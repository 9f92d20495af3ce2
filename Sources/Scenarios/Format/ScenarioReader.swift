import ConfluenceModel
package import Documents
import SiteFiles

/// Reads a scenario file, version 1.
package enum ScenarioReader {
    package static let formatVersion: Int64 = 1

    package static func read(
        _ node: DocumentNode, vocabulary: ScenarioVocabulary
    ) throws(DocumentError) -> Scenario {
        let fields = try node.mapping(keys: [
            "version", "name", "question", "description", "tags", "site", "arrange", "configuration", "configurations",
            "steps", "diagnose",
        ])
        let version = try fields.required("version")
        guard try version.integer() == formatVersion else {
            throw version.error("this release reads version \(formatVersion) of the scenario format")
        }
        let configurations = try configurations(fields)
        let reader = StepReader(configurations: configurations.map(\.name), vocabulary: vocabulary)
        var arrange: [SiteAct] = []
        for act in try fields.list("arrange") { arrange.append(try SiteActReader.read(act)) }
        var steps: [ScenarioStep] = []
        for step in try fields.list("steps") { steps.append(try reader.read(step)) }
        steps += try diagnoses(fields, reader)
        guard !steps.isEmpty else {
            throw node.error("a scenario without steps and without a diagnosis checks nothing")
        }
        return Scenario(
            file: node.file, name: try fields.required("name").text(), question: try fields.text("question"),
            tags: try fields.texts("tags"), site: try site(fields.required("site")), arrange: arrange,
            configurations: configurations, steps: steps
        )
    }

    /// The closing diagnosis, or several of them, as the scenario's last steps.
    private static func diagnoses(_ fields: DocumentMapping, _ reader: StepReader) throws(DocumentError)
        -> [ScenarioStep]
    {
        guard let node = fields["diagnose"] else { return [] }
        var nodes = [node]
        if case .list(let elements) = node.content { nodes = elements }
        var steps: [ScenarioStep] = []
        for node in nodes {
            let question = try reader.diagnosis(node)
            steps.append(ScenarioStep(action: .diagnose(question), expectation: AnswerExpectation(), node: node))
        }
        return steps
    }

    private static func site(_ node: DocumentNode) throws(DocumentError) -> SiteSource {
        if case .mapping = node.content { return .inline(node) }
        let path = try node.text()
        guard !path.hasPrefix("/") else { return .file(path, namedBy: node) }
        return .file(Self.resolve(path, beside: node.file), namedBy: node)
    }

    /// A path as it reads from the folder of another file, without detours through `..`.
    private static func resolve(_ path: String, beside file: String) -> String {
        var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    private static func configurations(_ fields: DocumentMapping) throws(DocumentError) -> [ConfigurationDocument] {
        if let several = fields["configurations"] {
            if let one = fields["configuration"] {
                throw one.error("write either “configuration” or “configurations”, not both")
            }
            var documents: [ConfigurationDocument] = []
            for node in try several.list() {
                let words = try node.mapping()
                guard let name = words["toolkit_name"] ?? words["name"] else {
                    throw node.error("one of several configurations needs a toolkit_name, by which steps call it")
                }
                let document = ConfigurationDocument(name: try name.text(), node: node)
                guard !documents.contains(where: { $0.name == document.name }) else {
                    throw name.error("the name “\(document.name)” is given to two configurations")
                }
                documents.append(document)
            }
            guard !documents.isEmpty else { throw several.error("at least one configuration is expected") }
            return documents
        }
        let node = try fields.required("configuration")
        let words = try node.mapping()
        let name = try (words["toolkit_name"] ?? words["name"])?.text() ?? "toolkit"
        return [ConfigurationDocument(name: name, node: node)]
    }
}
