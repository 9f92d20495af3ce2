import Foundation
import Testing

@Suite("What a command can't write, or can't be told")
struct OutputTests {
    @Test(
        "output that has no room is told, and is no success",
        arguments: ["simulate --coverage", "explain credential.whitespace", "simulate --list-faults --format json"])
    func fullDisk(words: String) async throws {
        try await withTemporaryFolder { folder in
            // A file may not grow here, as on a disk that is full.
            let outcome = try await BuiltCommand.inShell(
                "\(words) > '\(folder.path())/out'", after: "trap '' XFSZ; ulimit -f 0; ")
            #expect(outcome.status == 3, "\(outcome)")
            #expect(outcome.errors.contains("error: not all of the output could be written: "), "\(outcome.errors)")
        }
    }

    @Test("a reader that goes away is no error")
    func brokenPipe() async throws {
        let outcome = try await BuiltCommand.inShell(
            "simulate --coverage; echo \"status $?\" >&2; } | true", after: "{ ")
        // Where nothing made the shell ignore it, the signal ends the command.
        #expect(["status 0\n", "status 141\n"].contains(outcome.errors), "\(outcome.errors)")
    }

    @Test(
        "a time that is no number is refused",
        arguments: ["nan", "-nan", "inf", "0", "-1", "601"], ["diagnose -", "permissions -", "monitor -", "mcp"])
    func timeout(value: String, command: String) async throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try await BuiltCommand.run(words + ["--timeout=\(value)"], input: "{}")
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains("--timeout must be more than 0"), "\(outcome.errors)")
    }

    @Test("a bundle without a name is refused before anything is sent")
    func namelessBundle() async throws {
        let outcome = try await BuiltCommand.run(["diagnose", "-", "--bundle", ""], input: "{}")
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("--bundle: the name of the file is empty"), "\(outcome.errors)")
    }

    @Test(
        "what says nothing, or says it twice, is refused by name",
        arguments: [
            (["diagnose", "-", "--space", ""], "--space is empty"),
            (["permissions", "-", "--space", " "], "--space is empty"),
            (["migrate", "-", "--out", ""], "--out is empty"),
            (["site", "export", "x", "--data", "a", "--url", "b"], "--data and --url name one site each"),
            (["explain", "credential.nope"], "known are credential."),
            (["explain", "credential.whitespce"], "did you mean “credential.whitespace”"),
            (
                ["simulate", "--site", "Fixtures/sites/acme-cloud.yaml", "--site", "Fixtures/sites/acme-cloud.yaml"],
                "two sites are called “acme-cloud”"
            ),
        ])
    func refusals(arguments: [String], words: String) async throws {
        let outcome = try await BuiltCommand.run(arguments, input: "{}")
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("a message that quotes a file sends no escape to the terminal", arguments: ["hosting", "api_version"])
    func escapes(field: String) async throws {
        let settings = """
            {"settings": {"api_version": "Auto", "confluence_configuration": {"base_url": "https://a.example", "hosting": "Auto"}}}
            """
        let bad = settings.replacing("\"\(field)\": \"Auto\"", with: "\"\(field)\": \"x\\u001b[31m\\u202e\"")
        let outcome = try await BuiltCommand.run(["diagnose", "-", "--offline"], input: bad)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains("\\u{1B}[31m\\u{202E}"), "\(outcome.errors)")
        #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}
