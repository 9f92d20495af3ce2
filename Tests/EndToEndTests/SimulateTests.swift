import ConfluenceWire
import Foundation
import Subprocess
import Testing

@Suite("confluence-doctor simulate")
struct SimulateTests {
    static let sites = ["Fixtures/sites/acme-cloud.yaml", "Fixtures/sites/acme-datacenter.yaml"]

    @Test("says what it serves, answers curl, and ends cleanly on Ctrl-C", arguments: sites)
    func serves(site: String) async throws {
        let (status, answer) = try await BuiltCommand.simulating(site: site) { announced in
            let served = try #require(announced["sites"]?[0])
            let account = try #require(AnnouncedAccount("reader-bot", in: served))
            let url = try #require(served["url"]?.stringValue)
            return try await Curl.get(
                "\(url)/rest/api/content/98305?expand=body.storage", authorization: account.authorization)
        }
        #expect(status == 0)
        #expect(answer.status == 200)
        #expect(try JSONReader.read(answer.body)["title"] == "Product Documentation Home")
    }

    @Test("answers a revoked token as Confluence does", arguments: zip(sites, [403, 401]))
    func revoked(site: String, expected: Int) async throws {
        let (_, answer) = try await BuiltCommand.simulating(site: site) { announced in
            let served = try #require(announced["sites"]?[0])
            let account = try #require(AnnouncedAccount("reader-bot", token: "reader-bot-revoked", in: served))
            let url = try #require(served["url"]?.stringValue)
            // On Data Center the token stands where the password belongs: a revoked Bearer token would pass as nobody.
            return try await Curl.get("\(url)/rest/api/content/98305", authorization: account.basic)
        }
        #expect(answer.status == expected)
        #expect(!answer.body.contains("Product Documentation Home"))
    }

    @Test("a port in use is a clear message, not a crash")
    func portInUse() async throws {
        let (_, outcome) = try await BuiltCommand.simulating(site: Self.sites[0]) { announced in
            let proxy = try WebAddress(parsing: try #require(announced["proxy"]?.stringValue))
            return try await BuiltCommand.run(["simulate", "--site", Self.sites[1], "--port", "\(proxy.effectivePort)"])
        }
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("in use"))
        #expect(!outcome.errors.contains("Fatal"))
    }

    @Test(
        "a broken site file names file, line and field",
        arguments: [
            ("name: x\ndeployment: clowd\n", "broken.yaml:2", "cloud"),
            ("name: x\nspces: []\n", "broken.yaml:2", "spaces"),
            ("name: [x\n", "broken.yaml", "not YAML"),
            ("", "broken.yaml", "empty"),
        ])
    func brokenSite(text: String, place: String, word: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "broken.yaml")
            try Data(text.utf8).write(to: file)
            let outcome = try await BuiltCommand.run(["simulate", "--site", file.path(), "--port", "0"])
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(place), "\(outcome.errors)")
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
    }
}

/// An account as `simulate` announces it.
struct AnnouncedAccount {
    var user: String
    var secret: String
    var isCloud: Bool

    init?(_ name: String, token: String? = nil, in site: JSON) {
        guard let user = site["users"]?.arrayValue?.first(where: { $0["name"]?.stringValue == name }),
            let tokens = user["tokens"]?.arrayValue,
            let secret = tokens.first(where: { $0["name"]?.stringValue == token ?? "\(name)-token" })?["value"]
        else { return nil }
        isCloud = site["deployment"] == "cloud"
        self.user = (isCloud ? user["email"]?.stringValue : name) ?? ""
        self.secret = secret.stringValue ?? ""
    }

    var basic: String { BasicCredentials(user: user, password: secret).headerValue }

    /// Basic with an API token on Cloud, Bearer with a personal access token on Data Center.
    var authorization: String { isCloud ? basic : "Bearer \(secret)" }
}

/// curl, as a client that knows nothing of this package.
enum Curl {
    static func get(_ url: String, authorization: String) async throws -> (status: Int, body: String) {
        let result = try await Subprocess.run(
            .name("curl"),
            arguments: ["-sS", "--noproxy", "*", "-H", "Authorization: \(authorization)", "-w", "\n%{http_code}", url],
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 16)
        )
        let lines = result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        let status = try #require(lines.last.flatMap { Int($0) }, "\(result.standardError)")
        return (status, lines.dropLast().joined(separator: "\n"))
    }
}
