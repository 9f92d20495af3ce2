import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import JSONSchema
import Scenarios
import Testing

/// `docs/schemas/scenario.schema.json` and the reader are two accounts of one format.
@Suite("The published schema of scenarios accepts and refuses what the reader does")
struct ScenarioSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let vocabulary = ScenarioVocabulary(
        tools: ToolkitTool.allCases.map(\.rawValue), causes: CauseCatalogue.all.map(\.id.rawValue))

    private static func source() throws -> JSON {
        try JSONReader.read(Array(Data(contentsOf: root.appending(path: "docs/schemas/scenario.schema.json"))))
    }

    private static func document(_ yaml: String) throws -> DocumentNode {
        try DocumentReader.readYAML(Array(yaml.utf8), file: "sample.yaml")
    }

    /// What no schema can know: names that stand elsewhere in the file, and the languages inside of texts.
    private static let readersAlone = [
        "unknown configuration", "unknown site", "unknown receiver", "unknown credential", "unknown variable",
        "unknown cause", "unknown driver", "unknown fact of a run", "unknown axis", "unknown value of page",
        "there is no data file", "the scenario has no receivers", "must be known before the run", "{{env.…}}",
        "would stay as it is",
        "needs a “matrix”", "stands twice in this axis", "is excluded", "is given to two",
        "is not a regular expression",
        "is missing in the path", "pathname",
    ]

    @Test("what one refuses, the other does, but for names and languages inside of texts")
    func refused() throws {
        let schema = try Schema(Self.source())
        for (yaml, message) in ScenarioMistakesTests.mistakes + ScenarioReaderTests.mistakes {
            let isAccepted = schema.violations(of: try Self.document(Samples.header + yaml).json).isEmpty
            let isReadersAlone = Self.readersAlone.contains(where: message.contains)
            #expect(isAccepted == isReadersAlone, "\(message)\n\(yaml)")
        }
    }

    @Test("all scenarios of this project are accepted by both")
    func shipped() throws {
        let schema = try Schema(Self.source())
        let folder = Self.root.appending(path: "scenarios").path()
        for scenario in try ScenarioFiles.read([folder], vocabulary: Self.vocabulary) where scenario.law == nil {
            let data = try Data(contentsOf: URL(filePath: scenario.file))
            let violations = schema.violations(of: try DocumentReader.readYAML(Array(data), file: "").json)
            #expect(violations.isEmpty, "\(scenario.file): \(violations)")
        }
    }

    @Test("each example of the documentation is accepted by both, and each key has one")
    func documented() throws {
        let schema = try Schema(Self.source())
        let page = try String(contentsOf: Self.root.appending(path: "docs/scenarios.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        var keys: Set<String> = []
        for block in blocks {
            let node = try Self.document(Self.completed(block))
            let violations = schema.violations(of: node.json)
            #expect(violations.isEmpty, "\(violations)\n\(block)")
            #expect(throws: Never.self, "\(block)") {
                try ScenarioReader.read(node, vocabulary: Self.vocabulary)
            }
            keys.formUnion(node.json.objectValue?.keys ?? [])
            for step in node.json["steps"]?.arrayValue ?? [] { keys.formUnion(step.objectValue?.keys ?? []) }
        }
        let properties = try Self.source()["properties"]?.objectValue?.keys ?? []
        #expect(Set(properties).subtracting(keys).subtracting(["question", "description", "diagnose"]).isEmpty)
        #expect(keys.isSuperset(of: ["tool", "http", "site", "expect-site", "browser-login", "for-each", "capture"]))
    }

    /// A part of a scenario with what it needs to be a whole one.
    private static func completed(_ block: String) -> String {
        if block.hasPrefix("- ") { return Samples.header + "steps:\n" + block }
        let lines = block.split(separator: "\n")
        let request = Samples.header + "steps:\n- http: {path: /}\n"
        if block.hasPrefix("expect:") { return request + lines.map { "  \($0)\n" }.joined() }
        if block.hasPrefix("json:") { return request + "  expect:\n" + lines.map { "    \($0)\n" }.joined() }
        func has(_ key: String) -> Bool { lines.contains { $0.hasPrefix("\(key):") } }
        var text = block
        if !has("version") { text += "version: 1\n" }
        if !has("name") { text += "name: An example\n" }
        if !has("site"), !has("sites") { text += "site: {name: acme, deployment: cloud, host: acme.example}\n" }
        if !has("configuration"), !has("configurations") { text += "configuration: {}\n" }
        if !has("steps") { text += "diagnose: {}\n" }
        return text
    }

    @Test("editors offer the toolkit's tools")
    func tools() throws {
        let words = try Self.source()["$defs"]?["toolkit-tool"]?["anyOf"]?[0]?["enum"]?.arrayValue
        #expect(words?.compactMap(\.stringValue).sorted() == ToolkitTool.allCases.map(\.rawValue).sorted())
    }
}
