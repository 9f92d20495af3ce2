import ConfluenceWire
import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("The command run")
struct RunCommandTests {
    private static let faq = "scenarios/faq"

    private static func names(_ report: JSON) -> [String] {
        report["scenarios"]?.arrayValue?.map {
            "\($0["name"]?.stringValue ?? "") \($0["driver"]?.stringValue ?? "") \($0["repetition"]?.integerValue ?? 0)"
        } ?? []
    }

    /// A handful of scenarios, as every run of them is a process of its own.
    private static func run(_ words: [String]) async throws -> JSON {
        let outcome = try await BuiltCommand.run(
            ["run", faq, "--filter", "revoked|space-key|password", "--format", "json"] + words)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        return try outcome.json()
    }

    /// A scenario with a healthy configuration; what stands under its steps may go on with other parts.
    private static func scenario(_ name: String, steps: String) -> String {
        """
        version: 1
        name: \(name)
        site: \(BuiltCommand.root.appending(path: "Fixtures/sites/acme-cloud.yaml").path())
        configuration:
          toolkit_name: docs
          settings:
            confluence_configuration:
              base_url: "{{site.url}}"
              hosting: Cloud
              username: "{{user.reader-bot.email}}"
              api_key: "{{token.reader-bot-token}}"
            space_key: DOCS
        steps:
        \(steps)

        """
    }

    private static let failing =
        "  - tool: read_page_by_id\n    arguments: {page_id: \"98305\"}\n"
        + "    expect: {answer-contains: this is not in the answer}"

    @Test("shards merge into what one run gives")
    func shards() async throws {
        try await withTemporaryFolder { folder in
            let whole = try await Self.run([])
            var files: [String] = []
            for shard in 1...3 {
                let file = folder.appending(path: "\(shard).json").path()
                _ = try await Self.run(["--shard", "\(shard)/3", "--report", "json=\(file)"])
                files.append(file)
            }
            let merged = try await BuiltCommand.run(["report", "merge", "--format", "json"] + files)
            #expect(merged.status == 0, "\(merged.errors)")
            #expect(Self.names(try merged.json()).sorted() == Self.names(whole).sorted())
            let partly = try await BuiltCommand.run(["report", "merge"] + files.dropLast())
            #expect(partly.status == 3)
            #expect(partly.errors.contains("3/3"))
        }
    }

    @Test("a seed shuffles alike, and repetitions are counted")
    func shuffled() async throws {
        let first = try await Self.run(["--shuffle", "42", "--repeat", "2"])
        let again = try await Self.run(["--shuffle", "42", "--repeat", "2"])
        let plain = try await Self.run(["--repeat", "2"])
        #expect(Self.names(first) == Self.names(again))
        #expect(Self.names(first) != Self.names(plain) && Self.names(first).sorted() == Self.names(plain).sorted())
        #expect(first["seed"] == "42")
        #expect(first["summary"]?["flaky"] == 0)
    }

    @Test("in a pipe there is a line for each scenario, and what fails is shown in full with what it sent")
    func plain() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "failing.yaml")
            try Data(Self.scenario("A failing one", steps: Self.failing).utf8).write(to: file)
            let outcome = try await BuiltCommand.run(["run", Self.faq, file.path(), "--filter", "revoked|failing"])
            #expect(outcome.status == 1)
            #expect(!outcome.output.contains("\r") && !outcome.output.contains("\u{1B}") && outcome.errors.isEmpty)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.filter { $0.hasPrefix("passed ") }.count >= 2)
            #expect(lines.count { $0.hasPrefix("FAILED ") } == 1)
            for part in [
                "FAILED A failing one (native", "! the answer should contain “this is not in the answer”, and does not",
                "GET https://acme.atlassian.net/wiki/rest/api/content/98305", "→ 200 (reader-bot)",
                "· authentication:", "healthy: nothing is wrong", "failing.yaml:14",
            ] {
                #expect(outcome.output.contains(part), "\(part) in \(outcome.output)")
            }
        }
    }

    @Test("nothing is begun after a failure where that was asked for")
    func failFast() async throws {
        try await withTemporaryFolder { folder in
            for name in ["a", "b", "c"] {
                let file = folder.appending(path: "\(name).yaml")
                try Data(Self.scenario(name, steps: Self.failing).utf8).write(to: file)
            }
            let outcome = try await BuiltCommand.run([
                "run", folder.path(), "--fail-fast", "--jobs", "1", "--format", "json",
            ])
            #expect(outcome.status == 1)
            #expect(try outcome.json()["summary"] == ["passed": 0, "failed": 1, "skipped": 2, "flaky": 0])
        }
    }

    @Test("Ctrl-C ends what is under way, cleans up, and writes the reports of what was done")
    func interrupted() async throws {
        try await withTemporaryFolder { folder in
            let look = "{http: {path: /rest/api/space, as: reader-bot-token}}"
            // Longer than this test may be kept from sending its signal by the others.
            let steps = """
                  - \(look)
                  - expect-delivery: {receiver: hook, within: 1 h}
                    timeout: 1 h
                receivers: [hook]
                teardown: [\(look)]
                """
            try Data(
                Self.scenario("a quick one", steps: "  - http: {path: /rest/api/space, as: reader-bot-token}").utf8
            )
            .write(to: folder.appending(path: "a.yaml"))
            try Data(Self.scenario("b stuck one", steps: steps).utf8).write(to: folder.appending(path: "b.yaml"))
            let report = folder.appending(path: "report.json")
            let outcome = try await Subprocess.run(
                .path(.init(BuiltCommand.path)),
                arguments: Arguments([
                    "run", folder.path(), "--jobs", "1", "--report", "json=\(report.path())",
                ]),
                workingDirectory: .init(BuiltCommand.root.path()), input: .none, output: .sequence, error: .discarded
            ) { execution in
                var lines = execution.standardOutput.strings().makeAsyncIterator()
                let line = try #require(try await lines.next())
                #expect(line.contains("passed a quick one"))
                try execution.send(signal: .interrupt)
                while try await lines.next() != nil {}
            }
            #expect(outcome.terminationStatus == .exited(130))
            let value = try JSONReader.read(Array(Data(contentsOf: report)))
            #expect(value["interrupted"] == true)
            #expect(value["summary"] == ["passed": 1, "failed": 0, "skipped": 1, "flaky": 0])
            let ended = value["scenarios"]?[1]
            let parts = ended?["steps"]?.arrayValue?.compactMap { $0["part"]?.stringValue } ?? []
            if ended?["reason"] == "the run was ended" {
                #expect(parts.last == "teardown", "\(parts)")
                #expect(ended?["steps"]?.arrayValue?.last?["status"] == "passed")
            } else {
                // The signal was faster than the start of its site.
                #expect(ended?["reason"] == "the run was ended before this scenario began")
                #expect(parts.isEmpty)
            }
        }
    }

    @Test("a watched scenario runs again once it changes")
    func watched() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.yaml")
            let good = "  - http: {path: /rest/api/space, as: reader-bot-token}"
            try Data(Self.scenario("first", steps: good).utf8).write(to: file)
            let outcome = try await Subprocess.run(
                .path(.init(BuiltCommand.path)), arguments: Arguments(["run", folder.path(), "--watch"]),
                workingDirectory: .init(BuiltCommand.root.path()), input: .none, output: .sequence, error: .discarded
            ) { execution in
                var lines = execution.standardOutput.strings().makeAsyncIterator()
                func wait(for word: String) async throws {
                    while let line = try await lines.next() { if line.contains(word) { return } }
                    Issue.record("\(word) was never told")
                }
                try await wait(for: "passed first")
                try await wait(for: "1 passed, 0 failed")
                try Data(Self.scenario("second", steps: Self.failing).utf8).write(to: file)
                try await wait(for: "FAILED second")
                try await wait(for: "0 passed, 1 failed")
                try execution.send(signal: .interrupt)
                while try await lines.next() != nil {}
            }
            #expect(outcome.terminationStatus == .exited(1))
        }
    }

    @Test("a snapshot that a watched run itself keeps starts no other run")
    func watchedSnapshots() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.yaml")
            // Two answers under one name: each run writes the file anew.
            let steps = ["space", "user/current"].map {
                "  - {http: {path: /rest/api/\($0), as: reader-bot-token}, expect: {snapshot: answer}}"
            }.joined(separator: "\n")
            try Data(Self.scenario("first", steps: steps).utf8).write(to: file)
            let outcome = try await Subprocess.run(
                .path(.init(BuiltCommand.path)),
                arguments: Arguments(["run", folder.path(), "--watch", "--update-snapshots"]),
                workingDirectory: .init(BuiltCommand.root.path()), input: .none, output: .sequence, error: .discarded
            ) { execution in
                var lines = execution.standardOutput.strings().makeAsyncIterator()
                var told: [String] = []
                func wait(for word: String) async throws {
                    while let line = try await lines.next() {
                        if line.contains("passed first") || line.contains("passed second") { told.append(line) }
                        if line.contains(word) { return }
                    }
                    Issue.record("\(word) was never told")
                }
                try await wait(for: "1 passed, 0 failed")
                try Data(Self.scenario("second", steps: steps).utf8).write(to: file)
                try await wait(for: "passed second")
                try await wait(for: "1 passed, 0 failed")
                #expect(told.count == 2, "\(told)")
                try execution.send(signal: .interrupt)
                while try await lines.next() != nil {}
            }
            #expect(outcome.terminationStatus == .exited(0))
        }
    }

    @Test(
        "what can't be used is said before anything runs",
        arguments: [
            (["--shard", "5/4"], 2, "5/4"), (["--repeat", "0"], 2, "--repeat"),
            (["--driver", "native,elitae"], 2, "elitea"),
            (["--report", "junti=x.xml"], 2, "junit"), (["--report", "junit"], 2, "junit=results.xml"),
            (["--shuffle", "often"], 2, "often"), (["--history", "README.md"], 2, "no history"),
            (["--details", "some"], 2, "some"),
        ])
    func unusable(words: [String], status: Int, word: String) async throws {
        let outcome = try await BuiltCommand.run(["run", Self.faq] + words)
        #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
