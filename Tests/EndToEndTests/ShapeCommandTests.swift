import ConfluenceWire
import Foundation
import Testing

@Suite("confluence-doctor contract record, lock, diff and apply")
struct ShapeCommandTests {
    @Test("an unchanged site locks to the same bytes, and differs in nothing", arguments: SimulateTests.sites)
    func unchanged(site: String) async throws {
        try await withTemporaryFolder { folder in
            @Sendable func path(_ name: String) -> String { folder.appending(path: name).path() }
            for name in ["one", "two"] {
                let recorded = try await Self.contract("record", "--site", site, "-o", path(name + ".json"))
                #expect(recorded.status == 0, "\(recorded.errors)")
                let locked = try await Self.contract("lock", path(name + ".json"), "-o", path(name + ".yaml"))
                #expect(locked.status == 0, "\(locked.errors)")
            }
            for ending in ["json", "yaml"] {
                let one = try Data(contentsOf: URL(filePath: path("one.\(ending)")))
                #expect(try Data(contentsOf: URL(filePath: path("two.\(ending)"))) == one)
            }
            let diff = try await Self.contract(
                "diff", path("one.yaml"), path("two.json"), "--strict", "--format", "json")
            #expect(diff.status == 0, "\(diff.errors)")
            #expect(try diff.json()["drifts"] == [])
        }
    }

    @Test("drift ends with 1, becomes answers, and is gone with them")
    func apply() async throws {
        try await withTemporaryFolder { folder in
            @Sendable func path(_ name: String) -> String { folder.appending(path: name).path() }
            let site = "Fixtures/sites/acme-cloud.yaml"
            _ = try await Self.contract("record", "--site", site, "-o", path("ours.json"))
            let theirs = try String(contentsOfFile: path("ours.json"), encoding: .utf8)
                .replacing(#""status":404,"headers""#, with: #""status":403,"headers""#)
            try theirs.write(toFile: path("theirs.json"), atomically: true, encoding: .utf8)
            let diff = try await Self.contract(
                "diff", path("ours.json"), path("theirs.json"), "--format", "json", "-o", path("drift.json"))
            #expect(diff.status == 1)
            let applied = try await Self.contract("apply", path("drift.json"), "-o", path("answers.yaml"))
            #expect(applied.status == 0, "\(applied.errors)")
            _ = try await Self.contract(
                "record", "--site", site, "--answers", path("answers.yaml"), "-o", path("corrected.json"))
            let again = try await Self.contract("diff", path("corrected.json"), path("theirs.json"), "--strict")
            #expect(again.status == 0, "\(again.output)")
            for format in ["text", "junit", "sarif", "markdown"] {
                let told = try await Self.contract("diff", path("ours.json"), path("theirs.json"), "--format", format)
                #expect(told.status == 1 && told.output.contains("the status changed"), "\(format)")
            }
            let (_, status) = try await BuiltCommand.simulating(["--site", site, "--answers", path("answers.yaml")]) {
                announced, _ in
                let served = try #require(announced["sites"]?[0])
                let account = try #require(AnnouncedAccount("reader-bot", in: served))
                let url = try #require(served["url"]?.stringValue)
                return try await Curl.get("\(url)/rest/api/content/1", authorization: account.authorization).status
            }
            #expect(status == 403)
        }
    }

    @Test("a HAR is of a live site only where somebody says so")
    func ledger() async throws {
        try await withTemporaryFolder { folder in
            @Sendable func path(_ name: String) -> String { folder.appending(path: name).path() }
            let har = #"""
                {"log": {"version": "1.2", "entries": [{"startedDateTime": "2026-02-03T10:00:00.000Z", "time": 5,
                 "request": {"method": "GET", "url": "https://x.atlassian.net/wiki/rest/api/space/DOCS", "headers": []},
                 "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
                  "content": {"size": 14, "mimeType": "application/json", "text": "{\"key\":\"DOCS\"}"}}}]}}
                """#
            try har.write(toFile: path("session.har"), atomically: true, encoding: .utf8)
            let ledger = path("parity.yaml")
            let silent = try await Self.contract("lock", path("session.har"), "--ledger", ledger)
            #expect(silent.status == 0 && silent.errors.contains("not known to be of a live site"), "\(silent.errors)")
            #expect(!(try String(contentsOfFile: ledger, encoding: .utf8)).contains("cloud-v1"))
            let said = try await Self.contract(
                "lock", path("session.har"), "--ledger", ledger, "--seen-on", "Cloud", "--run", "by hand")
            #expect(said.status == 0, "\(said.errors)")
            #expect(try String(contentsOfFile: ledger, encoding: .utf8).contains("2026-02-03T10:00:00Z"))
            let other = try await Self.contract(
                "lock", path("session.har"), "--ledger", ledger, "--seen-on", "Data Center 9.2.0", "--run", "by hand")
            #expect(other.status == 2 && other.errors.contains("answers of Cloud v1"), "\(other.errors)")
            #expect(!(try String(contentsOfFile: ledger, encoding: .utf8)).contains("Data Center"))
            let coverage = try await BuiltCommand.run(["simulate", "--coverage", "--ledger", ledger])
            #expect(coverage.output.contains("seen live: Cloud 2026-02-03"))
            #expect(try await BuiltCommand.run(["simulate", "--coverage"]).output.contains("the ledger is empty"))
        }
    }

    @Test(
        "what can't be used is told with exit code 2",
        arguments: [
            ["lock", "no-such-file"], ["diff", "Fixtures/sites/acme-cloud.yaml", "Fixtures/sites/acme-cloud.yaml"],
            ["apply", "Fixtures/sites/acme-cloud.yaml"], ["record"], ["record", "--site", "x", "--against", "live:x"],
        ])
    func unusable(words: [String]) async throws {
        let outcome = try await BuiltCommand.run(["contract"] + words)
        #expect(outcome.status == 2 && !outcome.errors.isEmpty, "\(outcome)")
    }

    private static func contract(_ words: String...) async throws -> BuiltCommand.Outcome {
        try await BuiltCommand.run(["contract"] + words)
    }
}
