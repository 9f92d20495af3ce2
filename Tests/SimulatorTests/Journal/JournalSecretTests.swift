import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Testing

@Suite("Secrets and the journal")
struct JournalSecretTests {
    private static let canary = "canary-Xq7+81/zz"

    /// Requests that carry the canary in every place where a credential travels.
    private static let carriers: [(name: String, change: @Sendable (inout Request) -> Void)] = [
        (
            "Basic password",
            { $0.headers["Authorization"] = BasicCredentials(user: "ana", password: canary).headerValue }
        ),
        (
            "Basic password beside a letter of Latin-1",
            { $0.headers["Authorization"] = "Basic " + Data([97, 58, 252] + canary.utf8).base64EncodedString() }
        ),
        ("Bearer", { $0.headers["Authorization"] = "Bearer \(canary)" }),
        ("a scheme of no server", { $0.headers["Authorization"] = "Token \(canary)" }),
        ("no scheme", { $0.headers["Authorization"] = canary }),
        ("proxy", { $0.headers["Proxy-Authorization"] = "Bearer \(canary)" }),
        ("cookie", { $0.headers["Cookie"] = "theme=dark; JSESSIONID=\(canary)" }),
        ("header", { $0.headers["X-Api-Key"] = canary }),
        ("os_password", { $0.url.query = "os_username=ana&os_password=" + encoded }),
        ("access_token", { $0.url.query = "expand=body&access_token=" + encoded }),
        (
            "two places",
            {
                $0.headers["Authorization"] = "Bearer \(canary)"
                $0.headers["Referer"] = "http://acme/\(canary)"
                $0.url.path += "/" + encoded
            }
        ),
    ]

    private static var encoded: String { PercentEncoding.encode(canary, allowed: .queryItem) }

    @Test(
        "bodies are kept only where somebody asks for them, without credentials",
        arguments: ConfluenceSite.Acme.allCases)
    func bodies(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func post() throws {
            var request = try site.request("/dologin.action")
            request.method = .post
            request.headers["Authorization"] = "Bearer \(Self.canary)"
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array("os_username=ana&os_password=hunter2&note=\(Self.canary)".utf8)
            _ = site.simulator.respond(to: request)
        }
        try post()
        #expect(site.journal.last?.requestBody == nil && site.journal.last?.responseBody == nil)
        site.simulator.keepBodies(limit: 500)
        try post()
        let body = try #require(site.journal.last?.requestBody)
        #expect(body == "os_username=ana&os_password=\(Redactor.mark)&note=\(Redactor.mark)")
        #expect((site.journal.last?.responseBody?.utf8.count ?? 0) <= 500)
    }

    @Test("no credential is found in the journal, wherever it was sent", arguments: ConfluenceSite.Acme.allCases)
    func canaries(kind: ConfluenceSite.Acme) throws {
        for carrier in Self.carriers {
            let site = try ConfluenceSite.acme(kind)
            // The second sends browsers to the login page, with the address they asked for.
            for path in ["/rest/api/content/98311", "/display/DOCS"] {
                var request = try site.request(path)
                carrier.change(&request)
                _ = site.simulator.respond(to: request)
            }
            let text = Self.everything(in: site.journal) + HTTPArchive.write(site.journal).compactText
            #expect(text.contains("/rest/api/content/98311"), "\(carrier.name)")
            let basic = BasicCredentials(user: "ana", password: Self.canary).headerValue.dropFirst(6)
            for form in [Self.canary, Self.encoded, String(basic), "canary-Xq7"] {
                #expect(!text.contains(form), "\(carrier.name): \(form)")
            }
        }
    }

    @Test("a site's own tokens are found nowhere, nor the session that a login opens")
    func knownSecrets() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let token = try site.token("reader-bot-token")
        let request = try site.request("/rest/api/content", query: [QueryItem("title", token)], as: "reader-bot")
        let answer = site.simulator.respond(to: request)
        let session = try #require(
            answer.headers["Set-Cookie"]?.split(separator: ";").first?.split(separator: "=").last)
        let text = Self.everything(in: site.journal)
        #expect(!text.contains(token))
        #expect(!text.contains(session))
        #expect(site.journal.last?.target.contains("title=‹redacted›") == true)
    }

    @Test("the same credential has the same fingerprint, another one another")
    func fingerprints() throws {
        let site = try ConfluenceSite.acme(.cloud)
        for name in ["reader-bot", "reader-bot", "mira"] { _ = try site.ask("/rest/api/space", as: name) }
        let marks = site.journal.map { $0.requestHeaders["Authorization"] ?? "" }
        #expect(marks.allSatisfy { $0.hasPrefix("Basic ‹redacted #") })
        #expect(marks[0] == marks[1])
        #expect(marks[1] != marks[2])
    }

    @Test("what is no secret stays readable")
    func plain() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        var request = try site.request("/rest/api/content", query: [QueryItem("title", "Refund policy")])
        request.headers["X-Atlassian-Token"] = "no-check"
        _ = site.simulator.respond(to: request)
        let entry = try #require(site.journal.last)
        #expect(entry.requestHeaders["X-Atlassian-Token"] == "no-check")
        #expect(entry.target == request.url.target)
    }

    /// Every text of the entries.
    private static func everything(in entries: [JournalEntry]) -> String {
        entries.map { String(reflecting: $0) }.joined(separator: "\n")
    }
}
