import ConfluenceWire
import Foundation
import Testing

@Suite("confluence-doctor site")
struct SiteCommandTests {
    @Test("a site goes from a data file into a folder and back, with its files", arguments: SimulateTests.sites)
    func roundTrip(site: String) async throws {
        try await withTemporaryFolder { folder in
            @Sendable func path(_ name: String) -> String { folder.appending(path: name).path() }
            let made = try await BuiltCommand.run(["site", "import", site, "--data", path("first.db")])
            #expect(made.status == 0, "\(made.errors)")
            let exported = try await BuiltCommand.run(["site", "export", "--data", path("first.db"), path("out")])
            #expect(exported.status == 0, "\(exported.errors)")
            let text = try String(contentsOfFile: path("out/site.yaml"), encoding: .utf8)
            #expect(text.contains("file: attachments/"))

            _ = try await BuiltCommand.run(["site", "import", path("out"), "--data", path("second.db")])
            _ = try await BuiltCommand.run(["site", "export", "--data", path("second.db"), path("again")])
            #expect(try String(contentsOfFile: path("again/site.yaml"), encoding: .utf8) == text)

            let (_, fetched) = try await BuiltCommand.simulating(["--data", path("second.db"), "--admin"]) {
                announced, _ in
                let admin = try #require(announced["admin"]?.stringValue)
                let name = try #require(announced["sites"]?[0]?["name"]?.stringValue)
                return try await BuiltCommand.run(["site", "export", "--url", "\(admin)sites/\(name)", path("live")])
            }
            #expect(fetched.status == 0, "\(fetched.errors)")
            #expect(try String(contentsOfFile: path("live/site.yaml"), encoding: .utf8) == text)

            let (_, answer) = try await BuiltCommand.simulating(["--site", path("out/site.yaml")]) { announced, _ in
                let served = try #require(announced["sites"]?[0])
                let account = try #require(AnnouncedAccount("reader-bot", in: served))
                let url = try #require(served["url"]?.stringValue)
                return try await Curl.get("\(url)/rest/api/content/98311", authorization: account.authorization)
            }
            #expect(answer.status == 200)

            let (_, took) = try await BuiltCommand.simulating(["--site", site, "--admin"]) { announced, _ in
                let admin = try #require(announced["admin"]?.stringValue)
                let name = try #require(announced["sites"]?[0]?["name"]?.stringValue)
                let address = "\(admin)sites/\(name)"
                let taken = try await BuiltCommand.run(["site", "import", path("out"), "--url", address])
                let exported = try await BuiltCommand.run(["site", "export", "--url", address, path("after")])
                #expect(exported.status == 0, "\(exported.errors)")
                let astray = try await BuiltCommand.run([
                    "site", "import", path("out"), "--url", String(admin.dropLast("/__sim/".count)),
                ])
                #expect(astray.status == 2 && astray.errors.contains("/__sim/sites/NAME"), "\(astray.errors)")
                return taken
            }
            #expect(took.status == 0 && took.output.contains("was taken in"), "\(took.errors)")
            let records = { (file: String) in
                try String(contentsOfFile: path(file), encoding: .utf8).split(separator: "\nrecords:").last
            }
            #expect(try records("after/site.yaml") == records("out/site.yaml"))

            let taken = try await BuiltCommand.run(["site", "export", "--data", path("first.db"), path("out")])
            #expect(taken.status == 2 && taken.errors.contains("has something in it"))
            let there = try await BuiltCommand.run(["site", "import", site, "--data", path("first.db")])
            #expect(there.status == 2 && there.errors.contains("is there already"))
        }
    }
}
