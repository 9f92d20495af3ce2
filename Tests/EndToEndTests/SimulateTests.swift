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

    @Test("hears an end that is wanted as soon as it is ready", arguments: 1...8)
    func endsAtOnce(run: Int) async throws {
        let (status, _) = try await BuiltCommand.simulating(site: Self.sites[0]) { _ in }
        #expect(status == 0)
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

    @Test("with --admin it tells where the admin API is, whose acts clients feel", arguments: sites)
    func admin(site: String) async throws {
        let options = ["--admin", "--journal-size", "1"]
        let (status, answers) = try await BuiltCommand.simulating(site: site, options: options) { announced in
            let served = try #require(announced["sites"]?[0])
            let account = try #require(AnnouncedAccount("reader-bot", in: served))
            let url = try #require(served["url"]?.stringValue)
            let admin = try #require(announced["admin"]?.stringValue)
            let name = try #require(served["name"]?.stringValue)
            var answers: [Int] = []
            for act in [#"{"trash": 98311}"#, nil] {
                let page = try await Curl.get("\(url)/rest/api/content/98311", authorization: account.authorization)
                answers.append(page.status)
                guard let act else { continue }
                answers.append(try await Curl.post("\(admin)sites/\(name)/acts", json: act).status)
            }
            let journal = try await Curl.get("\(admin)sites/\(name)/journal", authorization: account.authorization)
            #expect(try JSONReader.read(journal.body)["entries"]?.arrayValue?.map { $0["number"] } == [2])
            return answers
        }
        #expect(status == 0)
        #expect(answers == [200, 200, 404])
    }

    @Test("without --admin there is no admin API")
    func noAdmin() async throws {
        let (_, answers) = try await BuiltCommand.simulating(site: Self.sites[0]) { announced in
            #expect(announced["admin"]?.isNull == true)
            let proxy = try #require(announced["proxy"]?.stringValue)
            return [
                try await Curl.get("\(proxy)/__sim/sites", authorization: "Basic eDp5").status,
                try await Curl.get("\(proxy)/no-such-path", authorization: "Basic eDp5").status,
            ]
        }
        // What Confluence does not know there, it takes for a page of its own, and sends visitors to the login.
        #expect(answers == [302, 302])
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
        try await ask(["-H", "Authorization: \(authorization)", url])
    }

    static func post(_ url: String, json: String) async throws -> (status: Int, body: String) {
        try await ask(["--data", json, url])
    }

    static func post(_ url: String, json: String, authorization: String) async throws -> (status: Int, body: String) {
        try await ask([
            "-H", "Authorization: \(authorization)", "-H", "Content-Type: application/json", "--data", json, url,
        ])
    }

    private static func ask(_ arguments: [String]) async throws -> (status: Int, body: String) {
        let result = try await Subprocess.run(
            .name("curl"),
            arguments: Arguments(["-sS", "--noproxy", "*", "-w", "\n%{http_code}"] + arguments),
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 16)
        )
        let lines = result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        let status = try #require(lines.last.flatMap { Int($0) }, "\(result.standardError)")
        return (status, lines.dropLast().joined(separator: "\n"))
    }
}
