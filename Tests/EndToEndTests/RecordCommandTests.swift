import Foundation
import Testing

@Suite("confluence-doctor record and replay")
struct RecordCommandTests {
    @Test(
        "arguments that can't be used are told with what to write instead",
        arguments: [
            (["record"], "--upstream URL is missing"),
            (["record", "--upstream", "acme.atlassian.net"], "does not start with https://"),
            (["record", "--upstream", "https://a:secret9@ /"], "--upstream …"),
            (["record", "--upstream", "https://acme.example", "--listen", "70000"], "--listen 70000 is no port"),
            (["record", "--upstream", "https://acme.example", "--also", "b.example"], "--also goes with --proxy"),
            (["record", "--upstream", "https://acme.example", "--ca-out", "x"], "--ca-out goes with --proxy"),
            (["record", "--upstream", "http://127.0.0.1:8095/x", "--listen", "8095"], "the recorder would ask itself"),
            (["record", "--finish", "x", "--upstream", "https://acme.example"], "--finish stands alone"),
            (["record", "--finish", "Package.swift"], "no journal of `confluence-doctor record`"),
            (["record", "--finish", "nowhere.journal"], "there is no such file"),
            (["record", "--upstream", "https://acme.example", "-o", "nowhere/a.har"], "there is no folder"),
            (["replay", "nowhere.har"], "there is no such file"), (["replay", "Package.swift"], "no HTTP archive"),
            (["replay", "x.har", "--as-site", "--strict"], "--as-site serves nothing"),
            (["replay", "x.har", "-o", "y"], "-o goes with --as-site"),
        ])
    func unusable(arguments: [String], words: String) async throws {
        let outcome = try await BuiltCommand.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret9"))
    }

    @Test("a recording without exchanges has nothing to replay")
    func empty() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "empty.har").path()
            try Data(#"{"log": {"entries": []}}"#.utf8).write(to: URL(filePath: file))
            let outcome = try await BuiltCommand.run(["replay", file])
            #expect(outcome.status == 2 && outcome.errors.contains("has no exchanges"))
        }
    }

    @Test("a journal in the way is not written over, and can be made a file of")
    func journal() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.har").path()
            let head =
                #"{"journal":"recording of confluence-doctor","version":1,"creator":"1","upstream":"https://a.b"}"#
            try Data((head + "\n{\"half\": ").utf8).write(to: URL(filePath: file + ".journal"))
            let refused = try await BuiltCommand.run(["record", "--upstream", "https://acme.example", "-o", file])
            #expect(refused.status == 2 && refused.errors.contains("record --finish \(file).journal"))
            let finished = try await BuiltCommand.run(["record", "--finish", file + ".journal"])
            #expect(finished.status == 0 && finished.output.contains("0 exchanges"))
            #expect(FileManager.default.fileExists(atPath: file))
            #expect(!FileManager.default.fileExists(atPath: file + ".journal"))
        }
    }
}
