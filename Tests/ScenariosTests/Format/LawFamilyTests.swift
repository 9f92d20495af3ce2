import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import JSONSchema
import Testing

@testable import Scenarios

@Suite("Families of laws")
struct LawFamilyTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let vocabulary = ScenarioVocabulary(tools: ["read_page_by_id"], causes: ["page.missing"])

    private static let head = """
        version: 1
        family: sample
        says: A sample.
        sites: {cloud: cloud.yaml, data-center: data-center.yaml}

        """

    private static let law = """
        laws:
        - id: one
          says: Something.
          on: [cloud-v1, cloud-v2]
          source: a book
          confidence: documented

        """

    private static func document(_ yaml: String) throws -> DocumentNode {
        try DocumentReader.readYAML(Array(yaml.utf8), file: "laws/sample.yaml")
    }

    private static func read(_ yaml: String) throws -> [Scenario] {
        try LawFamilyReader.read(try document(yaml), vocabulary: vocabulary)
    }

    @Test("a law is a scenario for each interface, with the words of each")
    func scenarios() throws {
        let scenarios = try Self.read(
            Self.head + "words: {pages: {cloud-v1: /rest, 'cloud-v2, data-center': /api}, gone: 404}\n"
                + "given:\n- http: {path: /first}\n" + Self.law + """
                      rests: {tools: [read_page_by_id], causes: [page.missing]}
                      setup: {cloud-v2: [{http: {path: /more}}]}
                      steps:
                      - http: {path: "{{word.pages}}/x", as: reader}
                        expect: {status: "{{word.gone}}"}
                    """)
        #expect(scenarios.map(\.name) == ["sample/one (cloud-v1)", "sample/one (cloud-v2)"])
        #expect(scenarios.map { $0.setup.count } == [1, 2])
        let requests = scenarios.compactMap { scenario -> RawRequest? in
            if case .http(let request) = scenario.steps[0].action { request } else { nil }
        }
        #expect(requests.map(\.path) == ["/rest/x", "/api/x"])
        #expect(scenarios.map { $0.steps[0].expectation.status } == [404, 404])
        let law = try #require(scenarios[0].law)
        #expect(law.accounts == ["reader"])
        #expect(law.tools == ["read_page_by_id"])
        #expect(scenarios[0].live == LiveNeeds(accounts: ["reader"], hosting: .cloud))
    }

    @Test("a law that writes names the scratch space, and one for administrators runs on no live site")
    func live() throws {
        let scenarios = try Self.read(
            Self.head + Self.law + """
                  needs: [writes]
                  steps: [{http: {method: POST, path: /x, as: reader}}]
                - id: two
                  says: Something.
                  on: [data-center]
                  needs: [writes, admin]
                  source: a book
                  confidence: documented
                  steps: [{http: {method: POST, path: /x, as: admin}}]
                """)
        #expect(scenarios[0].live?.space == "LAW")
        #expect(scenarios[0].live?.accounts == ["reader", "writer"])
        #expect(scenarios[2].live == nil)
    }

    static let mistakes: [(yaml: String, message: String)] = [
        ("laws: []", "a family has at least one law"),
        (law.replacing("confidence: documented", with: "confidence: documentd") + "  steps: []", "“documented”"),
        (law.replacing("cloud-v2]", with: "cloud-v3]") + "  steps: []", "did you mean “cloud-v"),
        (law.replacing("id: one", with: "id: One Law") + "  steps: []", "small letters and digits"),
        (law + "  stps: []", "did you mean “steps”?"),
        (law + "  steps: [{tool: read_page_by_id}]", "a law asks by http steps alone"),
        (law + "  steps: [{http: {path: /x, as: readr}}]", "did you mean “reader”?"),
        (law + "  steps: [{http: {path: /x, method: PUT}}]", "write “needs: [writes]”"),
        (law + "  needs: [writes]\n  steps: [{http: {path: /x}}]", "needs no “writes”"),
        (law + "  steps: [{http: {path: /x, as: admin}}]", "write “needs: [admin]”"),
        (law + "  steps: [{http: {path: '/x/{{user.mira.email}}'}}]", "is known on simulated sites alone"),
        (law + "  steps: [{http: {path: '/x/{{wrd.x}}'}}]", "did you mean “word”?"),
        (law + "  steps: [{http: {path: '/x/{{word.x}}'}}]", "needs “words”"),
        (law + "  steps: {cloud-v1: [{http: {path: /x}}]}", "there are no steps for cloud-v2"),
        (law + "  steps: {data-center: [{http: {path: /x}}]}", "the law is not stated for data-center"),
        (
            law + "  rests: {tools: [read_page_by_ids]}\n  steps: [{http: {path: /x}}]",
            "did you mean “read_page_by_id”?"
        ),
    ]

    @Test("each mistake is told with its place", arguments: mistakes)
    func mistake(yaml: String, message: String) throws {
        do {
            _ = try Self.read(Self.head + yaml)
            Issue.record("nothing was wrong with \(yaml)")
        } catch let mistakes as ScenarioMistakes {
            #expect(mistakes.description.contains(message))
            #expect(mistakes.errors.allSatisfy { $0.line != nil && $0.file == "laws/sample.yaml" })
        }
    }

    @Test("an id that a law of another file has is a mistake")
    func names() throws {
        var scenarios = try Self.read(Self.head + Self.law + "  steps: [{http: {path: /x}}]")
        for var scenario in scenarios {
            scenario.file = "laws/other.yaml"
            scenarios.insert(scenario, at: 0)
        }
        #expect(
            LawNames.mistakes(in: scenarios).map(\.message) == ["the id “one” is taken by a law in laws/other.yaml"])
    }

    // MARK: - The published schema

    private static func schema(_ name: String) throws -> JSON {
        try JSONReader.read(Array(Data(contentsOf: root.appending(path: "docs/schemas/\(name).schema.json"))))
    }

    @Test("the schema refuses what can be seen without the rest of the file")
    func refused() throws {
        let schema = try Schema(Self.schema("laws"))
        let readersAlone = [
            "needs: [", "needs no", "is known on", "did you mean “word”", "needs “words”", "there are no steps",
            "is not stated", "did you mean “reader”",
        ]
        for (yaml, message) in Self.mistakes {
            let isAccepted = schema.violations(of: try Self.document(Self.head + yaml).json).isEmpty
            #expect(isAccepted == readersAlone.contains(where: message.contains), "\(message)\n\(yaml)")
        }
    }

    @Test("all families of this project are accepted by the schema")
    func shipped() throws {
        let schema = try Schema(Self.schema("laws"))
        let folder = Self.root.appending(path: "scenarios/contracts")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) where name.hasSuffix(".yaml") {
            let data = try Data(contentsOf: folder.appending(path: name))
            let violations = schema.violations(of: try DocumentReader.readYAML(Array(data), file: name).json)
            #expect(violations.isEmpty, "\(name): \(violations)")
        }
    }

    @Test("what the schema shares with that of scenarios is the same there")
    func shared() throws {
        let own = try #require(try Self.schema("laws")["$defs"]?.objectValue)
        let scenarios = try Self.schema("scenario")
        for member in own where !["law", "law-step", "law-steps", "words"].contains(member.key) {
            #expect(scenarios["$defs"]?[member.key] == member.value, "\(member.key)")
        }
    }
}
