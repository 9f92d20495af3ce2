import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Authentication")
struct AuthenticationTests {
    /// One way of logging in, and what comes of it.
    struct Attempt: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var kind: ConfluenceSite.Acme
        var credential: Credential
        var path = "/rest/api/user/current"
        var status: Int
        /// A part of the answer's body.
        var says: String
        /// A part of the journal's decision.
        var because: String
        var headers: [String: String] = [:]
    }

    enum Credential: Sendable {
        case none
        case basic(user: String, secret: Secret)
        case bearer(Secret)
        case raw(String)

        enum Secret: Sendable {
            case token(String, suffix: String = "")
            case text(String)

            func value(on site: ConfluenceSite) throws -> String {
                switch self {
                case .token(let name, let suffix): try site.token(name) + suffix
                case .text(let text): text
                }
            }
        }

        func header(on site: ConfluenceSite) throws -> String? {
            switch self {
            case .none: nil
            case .basic(let user, let secret):
                BasicCredentials(user: user, password: try secret.value(on: site)).headerValue
            case .bearer(let secret): "Bearer " + (try secret.value(on: site))
            case .raw(let text): text
            }
        }
    }

    private static let reader = "reader-bot@acme.example"
    private static let rejected = "403 FORBIDDEN \\\"Request rejected because caller cannot access Confluence\\\""
    private static let bare = #"{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}"#

    static let onCloud: [Attempt] = [
        Attempt(
            testDescription: "e-mail and API token, whatever the case of the e-mail", kind: .cloud,
            credential: .basic(user: "Reader-Bot@ACME.example", secret: .token("reader-bot-token")), status: 200,
            says: "Reader Bot", because: "reader-bot may use Confluence"),
        Attempt(
            testDescription: "no credential", kind: .cloud, credential: .none, status: 403, says: rejected,
            because: "authorisation: no credential was sent, and anonymous access is off: answered 403"),
        Attempt(
            testDescription: "no credential on another v1 route", kind: .cloud, credential: .none,
            path: "/rest/api/space", status: 403,
            says: #"{"message":"Current user not permitted to use Confluence","statusCode":403}"#,
            because: "no credential was sent"),
        Attempt(
            testDescription: "no credential on v2", kind: .cloud, credential: .none, path: "/api/v2/spaces",
            status: 404,
            says: bare, because: "no credential was sent"),
        Attempt(
            testDescription: "a revoked token", kind: .cloud,
            credential: .basic(user: reader, secret: .token("reader-bot-revoked")), status: 403, says: rejected,
            because: "authentication: the token reader-bot-revoked was revoked"),
        Attempt(
            testDescription: "a revoked token on v2", kind: .cloud,
            credential: .basic(user: reader, secret: .token("reader-bot-revoked")), path: "/api/v2/pages/98310",
            status: 404, says: bare, because: "the token reader-bot-revoked was revoked"),
        Attempt(
            testDescription: "an expired token", kind: .cloud,
            credential: .basic(user: reader, secret: .token("reader-bot-expired")), status: 403, says: rejected,
            because: "the token reader-bot-expired expired at 2025-11-30T00:00:00Z"),
        Attempt(
            testDescription: "a token with a line feed at its end", kind: .cloud,
            credential: .basic(user: reader, secret: .token("reader-bot-token", suffix: "\n")), status: 403,
            says: rejected, because: "the token reader-bot-token was sent with stray characters at its ends"),
        Attempt(
            testDescription: "a token with a null character and more behind it", kind: .cloud,
            credential: .basic(user: reader, secret: .token("reader-bot-token", suffix: "\0x")), status: 403,
            says: rejected, because: "no API token of reader-bot has the value that was sent"),
        Attempt(
            testDescription: "an e-mail with a null character and more behind it", kind: .cloud,
            credential: .basic(user: reader + "\0x", secret: .token("reader-bot-token")), status: 403,
            says: rejected, because: "belongs to reader-bot@acme.example, not to"),
        Attempt(
            testDescription: "the password in the place of the token", kind: .cloud,
            credential: .basic(user: reader, secret: .text("reader-bot-password-1")), status: 403, says: rejected,
            because: "the password of reader-bot was sent where an API token is expected"),
        Attempt(
            testDescription: "another account's token", kind: .cloud,
            credential: .basic(user: reader, secret: .token("mira-token")), status: 403, says: rejected,
            because: "the token mira-token belongs to mira@acme.example"),
        Attempt(
            testDescription: "a name in the place of the e-mail", kind: .cloud,
            credential: .basic(user: "reader-bot", secret: .token("reader-bot-token")), status: 403, says: rejected,
            because: "belongs to reader-bot@acme.example, not to “reader-bot”"),
        Attempt(
            testDescription: "Basic without a colon", kind: .cloud, credential: .raw("Basic bm9jb2xvbg=="), status: 401,
            says: "HTTP Status 401", because: "not one e-mail and one token",
            headers: ["WWW-Authenticate": #"OAuth realm="http%3A%2F%2Facme.atlassian.net%2Fwiki""#]),
        Attempt(
            testDescription: "an API token as Bearer", kind: .cloud,
            credential: .bearer(.token("reader-bot-token")), status: 403,
            says: #"{"error":"Failed to parse Connect Session Auth Token"}"#,
            because: "edge: a token of a user can't be sent as Bearer"),
        Attempt(
            testDescription: "two blanks after Basic", kind: .cloud, credential: .raw("Basic  cmVhZGVy"), status: 403,
            says: rejected, because: "no credential was sent"),
        Attempt(
            testDescription: "an account without Confluence", kind: .cloud,
            credential: .basic(user: "uli@acme.example", secret: .token("unlicensed-token")), status: 403,
            says: "Current user not permitted to use Confluence", because: "unlicensed may not use Confluence"),
    ]

    static let onDataCenter: [Attempt] = [
        Attempt(
            testDescription: "user name and password", kind: .dataCenter,
            credential: .basic(user: "reader-bot", secret: .text("reader-bot-password-1")), status: 200,
            says: "Reader Bot", because: "reader-bot may use Confluence",
            headers: ["X-AUSERNAME": "reader-bot", "X-Seraph-LoginReason": "OK"]),
        Attempt(
            testDescription: "a personal access token as Bearer", kind: .dataCenter,
            credential: .bearer(.token("reader-bot-token")), status: 200, says: "Reader Bot",
            because: "reader-bot may use Confluence", headers: ["X-AUSERNAME": "reader-bot"]),
        Attempt(
            testDescription: "a wrong password", kind: .dataCenter,
            credential: .basic(user: "reader-bot", secret: .text("no")), status: 401,
            says: "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED",
            because: "authentication: the password of reader-bot is another one",
            headers: ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED"]),
        Attempt(
            testDescription: "a password with a null character and more behind it", kind: .dataCenter,
            credential: .basic(user: "reader-bot", secret: .text("reader-bot-password-1\0x")), status: 401,
            says: "AUTHENTICATED_FAILED", because: "the password of reader-bot is another one"),
        Attempt(
            testDescription: "a user name with a null character and more behind it", kind: .dataCenter,
            credential: .basic(user: "reader-bot\0x", secret: .text("reader-bot-password-1")), status: 401,
            says: "AUTHENTICATED_FAILED", because: "no account is called"),
        Attempt(
            testDescription: "a personal access token as password", kind: .dataCenter,
            credential: .basic(user: "reader-bot", secret: .token("reader-bot-token")), status: 401,
            says: "AUTHENTICATED_FAILED", because: "was sent where a password is expected"),
        Attempt(
            testDescription: "a password with a blank at its end", kind: .dataCenter,
            credential: .basic(user: "reader-bot", secret: .text("reader-bot-password-1 ")), status: 401,
            says: "AUTHENTICATED_FAILED", because: "stray characters at its ends"),
        Attempt(
            testDescription: "a revoked token", kind: .dataCenter, credential: .bearer(.token("reader-bot-revoked")),
            status: 403, says: "Not permitted to use confluence",
            because: "so the caller is anonymous; anonymous access is off",
            headers: ["X-AUSERNAME": "anonymous", "X-Seraph-LoginReason": "AUTHENTICATED_FAILED"]),
        Attempt(
            testDescription: "an expired token on a page", kind: .dataCenter,
            credential: .bearer(.token("reader-bot-expired")), path: "/rest/api/content/98310", status: 404,
            says: "No content found with id", because: "the token reader-bot-expired expired at 2025-11-30T00:00:00Z"),
        Attempt(
            testDescription: "a token with a line feed at its end", kind: .dataCenter,
            credential: .bearer(.token("reader-bot-token", suffix: "\n")), status: 403, says: "Not permitted",
            because: "the token reader-bot-token was sent with stray characters at its ends"),
        Attempt(
            testDescription: "no credential", kind: .dataCenter, credential: .none, status: 403, says: "Not permitted",
            because: "no credential was sent, and anonymous access is off"),
        Attempt(
            testDescription: "no credential on the server's manifest", kind: .dataCenter, credential: .none,
            path: "/rest/applinks/1.0/manifest", status: 200, says: #""typeId":"confluence","version":"9.2.0""#,
            because: "open to everybody"),
        Attempt(
            testDescription: "an account without a licence", kind: .dataCenter,
            credential: .bearer(.token("unlicensed-token")), status: 403, says: "Not permitted to use confluence",
            because: "unlicensed may not use Confluence"),
    ]

    @Test("answers each way of logging in as the deployment does", arguments: onCloud + onDataCenter)
    func attempt(_ attempt: Attempt) throws {
        let site = try ConfluenceSite.acme(attempt.kind)
        var request = try site.request(attempt.path)
        request.headers["Authorization"] = try attempt.credential.header(on: site)
        let answer = site.simulator.respond(to: request)
        #expect(answer.status == attempt.status)
        #expect(answer.text.contains(attempt.says), "the body is \(answer.text)")
        for (name, value) in attempt.headers { #expect(answer.headers[name] == value) }
        let decision = try #require(site.journal.last?.decision)
        #expect(decision.contains(attempt.because), "the journal says: \(decision)")
    }

    @Test(
        "a bad token reads as an anonymous visitor where anonymous access is on",
        arguments: ConfluenceSite.Acme.allCases)
    func anonymousAccess(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) { definition in
            definition.settings.anonymousAccess = true
            definition.spaces[0].permissions.append(SpaceGrant(.anonymous, [.view]))
        }
        var request = try site.request("/rest/api/user/current")
        request.headers["Authorization"] = try site.authorization(of: "reader-bot", token: "reader-bot-revoked")
        let user = site.simulator.respond(to: request)
        #expect(user.status == 200)
        #expect(user.text.contains(#""type":"anonymous""#))

        request.url = try site.request("/rest/api/content/98310").url
        #expect(site.simulator.respond(to: request).status == 200)
        request.url = try site.request("/rest/api/content/131073").url
        #expect(site.simulator.respond(to: request).status == 404)
        #expect(site.journal.last?.account == nil)
    }

    @Test("a login that failed too often asks for a CAPTCHA, even with the right password")
    func captcha() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.settings.captchaThreshold = 2 }
        var request = try site.request("/rest/api/user/current")
        for _ in 1...2 {
            request.headers["Authorization"] = BasicCredentials(user: "mira", password: "no").headerValue
            #expect(site.simulator.respond(to: request).headers["X-Seraph-LoginReason"] == "AUTHENTICATED_FAILED")
        }
        request.headers["Authorization"] = BasicCredentials(user: "mira", password: "mira-password-1").headerValue
        let answer = site.simulator.respond(to: request)
        #expect(answer.status == 401)
        #expect(answer.headers["X-Seraph-LoginReason"] == "AUTHENTICATION_DENIED")
    }

    @Test("a session that a login opened goes on without a credential")
    func session() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let login = try site.ask("/rest/api/user/current", as: "mira")
        let cookie = try #require(login.headers["Set-Cookie"]?.split(separator: ";").first)
        var request = try site.request("/rest/api/user/current")
        request.headers["Cookie"] = String(cookie)
        #expect(site.simulator.respond(to: request).text.contains("Mira Okafor"))
    }

    @Test(
        "a token stops working when an administrator revokes it or it expires", arguments: ConfluenceSite.Acme.allCases)
    func revocation(kind: ConfluenceSite.Acme) throws {
        for act in [SiteAct.revokeToken("mira-token"), .expireToken("mira-token")] {
            let site = try ConfluenceSite.acme(kind)
            #expect(try site.ask("/rest/api/user/current", as: "mira").status == 200)
            try site.perform(act)
            #expect(try site.ask("/rest/api/user/current", as: "mira").status == 403)
        }
    }

    @Test("an act that names nothing of the site says what was meant")
    func unknownAct() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let error = #expect(throws: SiteActError.self) { try site.perform(.revokeToken("mira-tokn")) }
        #expect(error?.description == "the site has no token “mira-tokn”, did you mean “mira-token”?")
    }
}
