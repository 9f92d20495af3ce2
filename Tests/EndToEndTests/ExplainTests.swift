import ConfluenceWire
import Foundation
import Testing

@Suite("Explaining what people paste")
struct ExplainTests {
    private static let error =
        "requests.exceptions.SSLError: certificate verify failed: unable to get local issuer certificate, https://wiki.acme.example/rest/api/space"

    @Test("a cause ends with 1, a text without one with 3, in both forms", arguments: ["text", "json"])
    func codes(format: String) async throws {
        let found = try await BuiltCommand.run(["explain", "-", "--format", format], input: Self.error)
        #expect(found.status == 1, "\(found.errors)")
        #expect(found.output.contains("address.certificate-untrusted"))
        let none = try await BuiltCommand.run(["explain", "-", "--format", format], input: "KeyError: 'results'\n")
        #expect(none.status == 3, "\(none.output)")
    }

    @Test("the JSON has the words with their place, and no requests")
    func json() async throws {
        let report = try await BuiltCommand.run(["explain", "-", "--format", "json"], input: "x\n" + Self.error).json()
        #expect(report["verdict"]?.stringValue == "problem")
        #expect(report["requests"]?.integerValue == 0)
        #expect(report["nextStep"]?.stringValue?.contains("wiki.acme.example") == true)
        #expect(report["causes"]?[0]?["evidence"]?[0]?["quote"]?["line"]?.integerValue == 2)
    }

    @Test(
        "what can't be read is said in one message",
        arguments: [
            ("", "nothing in it"), ("\n \n", "nothing in it"), ("PK\u{3}\u{4}aaaa", "zip"),
            ("a\u{0}b\u{0}\u{0}\u{0}c\u{1}\u{0}d", "bytes"),
        ])
    func unreadable(input: String, word: String) async throws {
        let outcome = try await BuiltCommand.run(["explain", "-"], input: input)
        #expect(outcome.status == 2, "\(outcome.output)")
        #expect(outcome.errors.contains(word) && outcome.errors.contains("standard input"), "\(outcome.errors)")
    }

    @Test("a file, a missing file, and a mistyped cause are told apart")
    func subjects() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "error.log").path()
            try Data(Self.error.utf8).write(to: URL(filePath: file))
            #expect(try await BuiltCommand.run(["explain", file]).status == 1)
            let missing = try await BuiltCommand.run(["explain", folder.appending(path: "eror.log").path()])
            #expect(missing.status == 2 && missing.errors.contains("did you mean error.log"))
            #expect(try await BuiltCommand.run(["explain", folder.path()]).errors.contains("folder"))
            #expect(
                try await BuiltCommand.run(["explain", "address.unreachabel"]).errors.contains("address.unreachable"))
        }
    }

    @Test("of a file of 80 MB the ends are read")
    func large() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "large.log")
            let block = Data(repeating: UInt8(ascii: "."), count: 1 << 20)
            _ = FileManager.default.createFile(atPath: file.path(), contents: nil)
            let handle = try FileHandle(forWritingTo: file)
            for _ in 0..<80 { try handle.write(contentsOf: block) }
            try handle.write(contentsOf: Data(("\n" + Self.error).utf8))
            try handle.close()
            let outcome = try await BuiltCommand.run(["explain", file.path()])
            #expect(outcome.status == 1, "\(outcome.errors)")
            #expect(outcome.output.contains("left out"))
        }
    }

    @Test("a migration keeps secrets to itself, writes private files, and never replaces one")
    func migrate() async throws {
        let canary = "canary-77ab-do-not-print"
        let old =
            "{\"type\": \"confluence\", \"name\": \"kb\", \"settings\": {\"base_url\": \"https://wiki.acme.example\", \"token\": \"\(canary)\", \"space\": \"A\", \"cloud\": false}}"
        try await withTemporaryFolder { folder in
            let plain = try await BuiltCommand.run(["migrate", "-"], input: old)
            #expect(plain.status == 0 && !(plain.output + plain.errors).contains(canary))
            #expect(
                try plain.json()["credentials"]?[0]?["data"]?["token"]?.stringValue == "{{secret.confluence_kb_token}}")
            #expect(try await BuiltCommand.run(["migrate", "-", "--with-secrets"], input: old).status == 2)
            let out = folder.appending(path: "new").path()
            let arguments = ["migrate", "-", "--out", out, "--with-secrets"]
            let written = try await BuiltCommand.run(arguments, input: old)
            #expect(written.status == 0 && !(written.output + written.errors).contains(canary), "\(written.errors)")
            let file = out + "/credential-confluence-kb.json"
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains(canary))
            let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(permissions == 0o600)
            let again = try await BuiltCommand.run(arguments, input: old)
            #expect(again.status == 2 && again.errors.contains("there already"))
            let nothing = try await BuiltCommand.run(["migrate", "-"], input: plain.output)
            #expect(nothing.status == 0 && nothing.output.contains("nothing to migrate"))
        }
    }
}
