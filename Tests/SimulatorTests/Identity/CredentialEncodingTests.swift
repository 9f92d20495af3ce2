import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Testing

@Suite("In what the two halves of a Basic credential are read")
struct CredentialEncodingTests {
    private static let me = "/rest/api/user/current"

    /// A site whose mira has a name or a password that is not all ASCII.
    private func site(_ kind: ConfluenceSite.Acme, password: String) throws -> ConfluenceSite {
        try ConfluenceSite.acme(kind) { site in
            site.settings.captchaThreshold = 3
            for index in site.users.indices where site.users[index].name == "mira" {
                site.users[index].password = password
                site.users[index].email = "mïra@acme.example"
            }
        }
    }

    private func ask(_ site: ConfluenceSite, _ pair: String, _ encoding: String.Encoding) throws -> Response {
        var request = try site.request(Self.me)
        let data = try #require(pair.data(using: encoding))
        request.headers["Authorization"] = "Basic " + data.base64EncodedString()
        return site.simulator.respond(to: request)
    }

    @Test("Data Center reads Latin-1: what is sent in UTF-8 is a wrong password", arguments: ["schlüssel", "ÿ¡:x"])
    func latin1(password: String) throws {
        let site = try site(.dataCenter, password: password)
        #expect(try ask(site, "mira:" + password, .isoLatin1).status == 200)
        let refused = try ask(site, "mira:" + password, .utf8)
        #expect(refused.status == 401)
        #expect(refused.headers["X-Seraph-LoginReason"] == "AUTHENTICATED_FAILED")
        #expect(site.journal.last?.decision.contains("sent in UTF-8, and Confluence reads them in Latin-1") == true)
    }

    @Test("each such login counts towards a CAPTCHA, which then hides the right encoding")
    func counted() throws {
        let site = try site(.dataCenter, password: "schlüssel")
        for _ in 0..<3 { #expect(try ask(site, "mira:schlüssel", .utf8).status == 401) }
        let hidden = try ask(site, "mira:schlüssel", .isoLatin1)
        #expect(hidden.headers["X-Seraph-LoginReason"] == "AUTHENTICATION_DENIED")
    }

    @Test("a password with characters beyond Latin-1 can't be sent to Data Center as Basic, but by the form")
    func beyondLatin1() throws {
        let site = try site(.dataCenter, password: "100€")
        #expect(try ask(site, "mira:100€", .utf8).status == 401)
        var request = try site.request("/dologin.action", .post)
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array("os_username=mira&os_password=100%E2%82%AC".utf8)
        #expect(site.simulator.respond(to: request).status == 302)
    }

    @Test("Cloud reads UTF-8: an e-mail in Latin-1 is nobody's")
    func cloud() throws {
        let site = try site(.cloud, password: "unused")
        let token = try site.token("mira-token")
        #expect(try ask(site, "mïra@acme.example:" + token, .utf8).status == 200)
        #expect(try ask(site, "mïra@acme.example:" + token, .isoLatin1).status == 403)
    }

    @Test("ASCII is the same in both", arguments: ConfluenceSite.Acme.allCases)
    func ascii(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let pair = kind == .cloud ? "mira@acme.example:" + (try site.token("mira-token")) : "mira:mira-password-1"
        for encoding in [String.Encoding.utf8, .isoLatin1] { #expect(try ask(site, pair, encoding).status == 200) }
    }
}
