import ConfluenceWire
import Foundation
import Testing

@Suite("The FAQ's scenarios")
struct FAQScenarioTests {
    private static let folder = BuiltCommand.root.appending(path: "scenarios/faq")

    static let files: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path()))?
        .filter { $0.hasSuffix(".yaml") }.sorted() ?? []

    /// The FAQ's questions as scenarios call them; the last one is answered by `scenarios/use-cases`.
    static let questions = [
        "password", "permissions-needed", "space-key", "old-configuration", "one-credential", "permission-denied",
        "best-practices",
    ]

    @Test("each question has its scenarios, on both deployments", arguments: questions)
    func answered(question: String) throws {
        let texts = try Self.files.map { try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8) }
        let answers = texts.filter { $0.contains("\nquestion: \(question)\n") }
        #expect(answers.contains { $0.contains("acme-cloud") })
        #expect(answers.contains { $0.contains("acme-datacenter") })
    }

    @Test("no scenario asks another question")
    func knownQuestions() throws {
        for file in Self.files {
            let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
            #expect(Self.questions.contains { text.contains("\nquestion: \($0)\n") }, "\(file)")
        }
    }

    @Test("what is a file for each deployment is there for both")
    func pairs() {
        let clouds = Self.files.filter { $0.hasSuffix(".cloud.yaml") }.map { $0.dropLast(".cloud.yaml".count) }
        let centers = Self.files.filter { $0.hasSuffix(".data-center.yaml") }
            .map { $0.dropLast(".data-center.yaml".count) }
        #expect(clouds == centers)
        #expect(clouds.count >= 11)
    }

    @Test("all pass with the native driver, each with the tool's answer and the diagnosis under it")
    func native() async throws {
        let outcome = try await BuiltCommand.run(["run", "scenarios/faq", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let report = try outcome.json()
        #expect(report["summary"]?["failed"]?.integerValue == 0)
        #expect((report["summary"]?["passed"]?.integerValue ?? 0) >= Int64(Self.files.count))
        for scenario in report["scenarios"]?.arrayValue ?? [] {
            #expect(scenario["diagnosis"]?["verdict"] != nil)
        }
    }

    /// What takes the cause away: a text of the file, and what stands in its place.
    private static let mended: [(file: String, from: String, to: String)] = [
        ("revoked-token.cloud", "  - revoke-token: reader-bot-token", "  []"),
        ("revoked-token.data-center", "  - revoke-token: reader-bot-token", "  []"),
        ("no-space-access.cloud", "space_key: TEAM", "space_key: DOCS"),
        ("no-space-access.data-center", "space_key: TEAM", "space_key: DOCS"),
        ("hosting-option.cloud", "hosting: Server", "hosting: Cloud"),
        ("hosting-option.data-center", "hosting: Cloud", "hosting: Server"),
        ("whitespace-in-token.cloud", #"-token}}\n""#, #"-token}}""#),
        ("whitespace-in-token.data-center", #"\u200B"#, ""),
        (
            "authentication-method.cloud", "      token: ",
            "      username: \"{{user.reader-bot.email}}\"\n      api_key: "
        ),
        ("authentication-method.data-center", "token.reader-bot-token", "password.reader-bot"),
        ("password-or-token.cloud", "password.reader-bot", "token.reader-bot-token"),
        ("least-privilege-too-little.cloud", "reader-bot", "writer-bot"),
        ("least-privilege-too-little.data-center", "reader-bot", "writer-bot"),
        ("space-key.cloud", "space_key: Product Documentation", "space_key: DOCS"),
        ("space-key.data-center", "space_key: docs", "space_key: DOCS"),
    ]

    @Test("fail once the cause is taken away, so that the expectation bites", arguments: mended)
    func bites(file: String, from: String, to: String) async throws {
        try await withTemporaryFolder { folder in
            let source = try String(contentsOf: Self.folder.appending(path: file + ".yaml"), encoding: .utf8)
            #expect(source.contains(from))
            let sites = BuiltCommand.root.appending(path: "Fixtures/sites").path()
            let text = source.replacingOccurrences(of: from, with: to)
                .replacingOccurrences(of: "../../Fixtures/sites", with: sites)
            let mended = folder.appending(path: "mended.yaml")
            try Data(text.utf8).write(to: mended)
            let outcome = try await BuiltCommand.run(["run", mended.path(), "--format", "json"])
            #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
            let scenario = try #require(outcome.json()["scenarios"]?[0])
            #expect(scenario["diagnosis"]?["verdict"] == "healthy", "\(scenario.prettyText)")
        }
    }
}
