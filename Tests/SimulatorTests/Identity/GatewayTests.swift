import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@testable import Simulator

@Suite("Cloud's gateway: scoped tokens, OAuth tokens, withdrawn endpoints")
struct GatewayTests {
    private static let scoped = "ATATT3xScopedTokenOfMira0123456789=AB12CD34"
    private static let oauth = "eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl"
    private static let service = "ATSTT3xServiceAccount0123456789=AB12CD34"

    private func site(_ scopes: [String] = [], change: (inout SiteDefinition) -> Void = { _ in }) throws
        -> ConfluenceSite
    {
        try ConfluenceSite.acme(.cloud) { site in
            site.users[0].tokens += [
                TokenDefinition(name: "scoped", kind: .scopedAPIToken, value: Self.scoped, scopes: scopes),
                TokenDefinition(name: "oauth", kind: .oauthAccessToken, value: Self.oauth, scopes: scopes),
            ]
            site.users.append(
                UserDefinition(
                    name: "pipeline", displayName: "Pipeline", email: "pipeline@serviceaccount.atlassian.com",
                    accountID: "712020:11", userKey: "11", kind: .serviceAccount,
                    tokens: [TokenDefinition(name: "pipe", kind: .scopedAPIToken, value: Self.service, scopes: scopes)])
            )
            change(&site)
        }
    }

    private func ask(
        _ site: ConfluenceSite, _ path: String, _ method: Request.Method = .get, authorization: String?,
        cloudID: String? = nil, host: String = "api.atlassian.com"
    ) throws -> Response {
        let id = cloudID ?? site.definition.cloudID
        let path = path.hasPrefix("/oauth") ? path : "/ex/confluence/\(id)\(path)"
        let url = try WebAddress(parsing: "https://\(host)\(path)")
        var request = Request(method, url, headers: ["Accept": "application/json"])
        if let authorization { request.headers["Authorization"] = authorization }
        return site.simulator.respond(to: request)
    }

    private func basic(_ secret: String, _ email: String = "mira@acme.example") -> String {
        BasicCredentials(user: email, password: secret).headerValue
    }

    @Test("a token without scopes reads v1 and v2, with and without /wiki, and links name the site")
    func unscoped() throws {
        let site = try site { $0.settings.withdrawnEndpoints = .never }
        let token = basic(try site.token("mira-token"))
        for path in [
            "/wiki/rest/api/content/98311", "/rest/api/content/98311", "/wiki/api/v2/pages/98311",
            "/api/v2/pages/98311",
        ] {
            let answer = try ask(site, path, authorization: token)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.text.contains(#""base":"https://acme.atlassian.net/wiki""#), "\(path)")
        }
        #expect(try ask(site, "/api/v2/spaces", authorization: token, host: "127.0.0.1").status == 200)
    }

    @Test("classic scopes open v1 alone, granular ones v2 alone")
    func families() throws {
        let classic = try site(["read:confluence-content.summary", "read:confluence-user", "search:confluence"])
        #expect(try ask(classic, "/rest/api/user/current", authorization: basic(Self.scoped)).status == 200)
        #expect(try ask(classic, "/rest/api/search?cql=type%3Dpage", authorization: basic(Self.scoped)).status == 200)
        let refused = try ask(classic, "/api/v2/pages/98311", authorization: basic(Self.scoped))
        #expect(refused.status == 401)
        #expect(refused.text == #"{"code":401,"message":"Unauthorized; scope does not match"}"#)
        #expect(refused.headers["X-Failure-Category"] == "FAILURE_CLIENT_SCOPE_CHECK")
        #expect(classic.journal.last?.decision.contains("lacks the scope read:page:confluence") == true)

        let granular = try site(["read:page:confluence"])
        #expect(try ask(granular, "/api/v2/pages/98311", authorization: basic(Self.scoped)).status == 200)
        #expect(try ask(granular, "/api/v2/pages/98311", .delete, authorization: basic(Self.scoped)).status == 401)
        #expect(try ask(granular, "/rest/api/user/current", authorization: basic(Self.scoped)).status == 401)
    }

    @Test("a missing scope hides whether the thing exists; a held one shows it")
    func order() throws {
        let site = try site(["read:page:confluence"])
        #expect(try ask(site, "/api/v2/spaces/999", authorization: basic(Self.scoped)).status == 401)
        #expect(try ask(site, "/api/v2/pages/999", authorization: basic(Self.scoped)).status == 404)
    }

    @Test("who may come as Bearer: OAuth and service accounts, not a person's API token")
    func bearers() throws {
        let site = try site(["read:page:confluence"]) { definition in
            definition.spaces[0].permissions.append(SpaceGrant(.user("pipeline"), [.view]))
        }
        #expect(try ask(site, "/api/v2/pages/98311", authorization: "Bearer \(Self.oauth)").status == 200)
        #expect(try ask(site, "/api/v2/pages/98311", authorization: "Bearer \(Self.service)").status == 200)
        let person = try ask(site, "/api/v2/pages/98311", authorization: "Bearer " + site.token("mira-token"))
        #expect(person.status == 401 && person.text.contains("scope does not match"))
        #expect(
            try ask(site, "/api/v2/pages/98311", authorization: "Bearer nonsense").text
                == #"{"code":401,"message":"Unauthorized"}"#)
    }

    @Test("what the gateway takes for nobody's", arguments: ["revoked", "other", "wrong", "none", "blocked", "gone"])
    func refused(what: String) throws {
        let site = try site { if what == "blocked" { $0.settings.apiTokens = false } }
        if what == "gone" { try site.perform(.setActive(user: "mira", isActive: false)) }
        let authorization: String? =
            switch what {
            case "revoked": basic(try site.token("reader-bot-revoked"), "reader-bot@acme.example")
            case "other": basic(try site.token("jonas-token"))
            case "wrong": basic("ATATTnone")
            case "none": nil
            default: basic(try site.token("mira-token"))
            }
        let answer = try ask(site, "/api/v2/spaces", authorization: authorization)
        #expect(answer.status == 401)
        #expect(answer.text == #"{"code":401,"message":"Unauthorized"}"#)
    }

    @Test(
        "an access token that has ended gets a stranger's answers of the site, one that was revoked the gateway's own")
    func ended() throws {
        let states: [(TokenDefinition.State, v1: Int, v2: Int)] = [
            (.expires(ConfluenceSite.standingMoment), 403, 404), (.revoked, 401, 401), (.active, 200, 200),
        ]
        for (state, v1, v2) in states {
            let site = try site(["read:confluence-user", "read:space:confluence"]) { site in
                for index in site.users[0].tokens.indices { site.users[0].tokens[index].state = state }
            }
            let bearer = "Bearer \(Self.oauth)"
            #expect(try ask(site, "/rest/api/user/current", authorization: bearer).status == v1, "\(state)")
            #expect(try ask(site, "/api/v2/spaces", authorization: bearer).status == v2, "\(state)")
        }
    }

    @Test("a token with scopes is not taken at the site's own address")
    func atSite() throws {
        let site = try site(["read:page:confluence"])
        for path in ["/api/v2/pages/98311", "/rest/api/user/current"] {
            var request = try site.request(path)
            request.headers["Authorization"] = basic(Self.scoped)
            let answer = site.simulator.respond(to: request)
            #expect(answer.status == 401 && answer.text.contains("lacks valid authentication credentials"))
        }
    }

    @Test("the withdrawn endpoints answer 410 where the site says", arguments: SiteSettings.Withdrawal.allCases)
    func withdrawn(_ place: SiteSettings.Withdrawal) throws {
        let site = try site { $0.settings.withdrawnEndpoints = place }
        let gateway = try ask(site, "/rest/api/content/98311", authorization: basic(try site.token("mira-token")))
        let direct = try site.ask("/rest/api/content/98311", as: "mira")
        #expect(gateway.status == (place == .never ? 200 : 410))
        #expect(direct.status == (place == .everywhere ? 410 : 200))
        #expect(place == .everywhere || direct.headers["Deprecation"] != nil)
        if place != .never { #expect(gateway.text.contains("This deprecated endpoint has been removed.")) }
        #expect(
            try ask(site, "/rest/api/search?cql=type%3Dpage", authorization: basic(try site.token("mira-token"))).status
                == 200)
    }

    @Test("an access token tells which sites it reaches, with which scopes")
    func accessibleResources() throws {
        let site = try site(["read:page:confluence"])
        let answer = try ask(site, "/oauth/token/accessible-resources", authorization: "Bearer \(Self.oauth)")
        let sites = try JSONReader.read(answer.body)
        #expect(sites[0]?["id"]?.stringValue == site.definition.cloudID)
        #expect(sites[0]?["url"] == "https://acme.atlassian.net")
        #expect(sites[0]?["scopes"] == ["read:page:confluence"])
    }

    @Test("sites are told apart by their cloud id; an unknown one is none")
    func cloudIDs() throws {
        let site = try site()
        let other = "11111111-2222-4333-8444-555555555555"
        #expect(
            !site.simulator.answers(
                try WebAddress(parsing: "https://api.atlassian.com/ex/confluence/\(other)/api/v2/spaces")))
        #expect(try ask(site, "/api/v2/spaces", authorization: nil, cloudID: other).status == 404)
        #expect(!(try ConfluenceSite.acme(.dataCenter)).simulator.answers(host: "api.atlassian.com"))
    }

    @Test("the gateway's limit does not say when to come back")
    func limit() throws {
        let site = try site { $0.settings.rateLimit = RateLimit(budget: 1, windowSeconds: 60) }
        let token = basic(try site.token("mira-token"))
        _ = try ask(site, "/api/v2/spaces", authorization: token)
        let refused = try ask(site, "/api/v2/spaces", authorization: token)
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == nil)
        #expect(refused.headers["X-RateLimit-Remaining"] == "0")
    }

    @Test("an address that is not on the allowlist is turned away before its credential is looked at")
    func allowlist() throws {
        let site = try site { $0.settings.ipAllowlist = ["203.0.113.0/24"] }
        var request = try site.request("/rest/api/user/current", as: "mira")
        let refused = site.simulator.respond(to: request)
        #expect(refused.status == 403 && refused.text.contains("not on the allowed list"))
        request.clientAddress = "203.0.113.9"
        #expect(site.simulator.respond(to: request).status == 200)
    }

    // MARK: The table of scopes

    @Test("every endpoint of the API needs a scope")
    func complete() {
        for route in Route.cloud where route.zone == .confluence && [.rest, .users, .search, .v2].contains(route.api) {
            #expect(ScopeTable.scope(of: route) != nil, "\(route.name)")
        }
    }

    private static let descriptions = "../shared/openapi/operations.tsv"

    @Test(
        "the scopes are those of Cloud's API descriptions",
        .enabled(
            if: FileManager.default.fileExists(atPath: descriptions), "needs the API descriptions beside the project"))
    func described() throws {
        var known: [String: String] = [:]
        for line in try String(contentsOfFile: Self.descriptions, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count > 8, cells[0].hasPrefix("cloud"), !cells[8].isEmpty else { continue }
            let path = cells[0] == "cloud-v2" ? "/api/v2\(cells[2])" : String(cells[2].dropFirst("/wiki".count))
            let key = "\(cells[1]) " + path.replacing(/\{[^}]*\}/, with: "{}")
            // Today's description stands before that of 2022.
            if known[key] == nil { known[key] = String(cells[8]) }
        }
        var compared = 0
        for route in Route.cloud where route.zone == .confluence {
            let key = "\(route.method) " + route.template.text.replacing(/\{[^}]*\}/, with: "{}")
            guard let scopes = known[key], let scope = ScopeTable.scope(of: route) else { continue }
            compared += 1
            #expect(scopes.split(separator: ",").map(String.init).contains(scope.name), "\(route.name): \(scopes)")
        }
        #expect(compared > 20)
    }
}
