import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import Testing

@Suite("Slips and fronts that were seen on sites of other makers")
struct SlipsAndFrontsTests {
    @Test(
        "quotation marks with blanks inside are taken off with them", arguments: ConfluenceSite.Acme.allCases,
        ["« ", "\" ", "«\u{00A0}"])
    func blanksInQuotes(_ site: ConfluenceSite.Acme, _ open: String) async throws {
        var patient = try Patient(site)
        let close = open == "\" " ? " \"" : open.hasSuffix("\u{00A0}") ? "\u{00A0}»" : " »"
        let quote = { (secret: Secret?) in secret.map { Secret(open + $0.revealed(for: .lint) + close) } }
        patient.configuration.credential.token = quote(patient.configuration.credential.token)
        patient.configuration.credential.apiKey = quote(patient.configuration.credential.apiKey)
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .quoted, "\(report.summary)")
        // On Cloud what Latin-1 can carry is tried as it is, too, which uses up the login that may fail.
        #expect(report.causes.first?.isProven == true || (site == .cloud && open.hasPrefix("«")))
        #expect(report.failedLogins <= 1)
    }

    @Test(
        "a scheme before another one is told, and the address mended", arguments: ConfluenceSite.Acme.allCases,
        ["https://", "http://", "https:/"])
    func twoSchemes(_ site: ConfluenceSite.Acme, _ scheme: String) async throws {
        var patient = try Patient(site)
        patient.configuration.credential.baseURL = scheme + patient.configuration.credential.baseURL
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .malformedAddress, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(!report.probes.contains { $0.request.contains("://http") }, "\(report.summary)")
    }

    @Test(
        "a page that says that it has blocked is a front's, with 500 as well", arguments: ConfluenceSite.Acme.allCases)
    func blockedWith500(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.through = Ailment.Way { _ in
            { _ in
                Response(
                    status: 500, headers: ["Content-Type": "text/html"],
                    body: Array(
                        "<html><title>What you asked for has been blocked</title><h2>Web page blocked</h2></html>".utf8)
                )
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .firewall, "\(report.summary)")
    }

    @Test("an access token of Atlassian's is no other product's")
    func accessToken() async throws {
        let parts = [#"{"alg":"RS256","typ":"JWT"}"#, #"{"iss":"https://auth.atlassian.com","exp":1900000000}"#]
        let token = parts.map { Data($0.utf8).base64EncodedString().replacing("=", with: "") } + ["c2lnbmF0dXJl"]
        var patient = try Patient(.cloud)
        patient.useBearer(token.joined(separator: "."))
        let report = await patient.diagnose()
        #expect(report.causes.first.map { $0.id != .otherProduct } == true, "\(report.summary)")
    }

    @Test(
        "a page of Atlassian's for everybody is no site, and is asked nothing",
        arguments: ["home.atlassian.com/o/1f2e?cloudId=7c", "admin.atlassian.com/s/7c/users", "id.atlassian.com"])
    func service(_ base: String) async throws {
        var patient = try Patient(.cloud)
        patient.configuration.credential.baseURL = "https://\(base)"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        #expect(report.requests == 0)
    }

    @Test("a CAPTCHA is known by the page where a front drops the header")
    func captchaInWords() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("mira", "mira-password-1")
        patient.through = Ailment.Way { send in
            { request in
                guard request.headers["Authorization"] != nil else { return try await send(request) }
                return Response(
                    status: 401, headers: ["Content-Type": "text/html"],
                    body: Array(
                        "<html><title>401</title>Basic Authentication Failure - Reason : AUTHENTICATION_DENIED</html>"
                            .utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .captcha, "\(report.summary)")
    }

    @Test(
        "where a front hides “who am I?” alone, another path tells",
        arguments: ["reader-bot-token", "reader-bot-revoked"])
    func hiddenQuestion(_ token: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBearer(try patient.site.token(token))
        patient.through = Ailment.Way { send in
            { request in
                guard request.url.path.contains("/rest/api/user") else { return try await send(request) }
                return Response(
                    status: 404, headers: ["Server": "Microsoft-IIS/10.0", "Content-Type": "text/html"],
                    body: Array("<html><title>404 - File or directory not found.</title></html>".utf8))
            }
        }
        let report = await patient.diagnose()
        #expect((report.verdict == .healthy) == (token == "reader-bot-token"), "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("a failed login by a header of one's own is counted")
    func failedByHeader() async throws {
        var patient = try Patient(.dataCenter)
        let pair = Data("mira:an-old-password".utf8).base64EncodedString()
        patient.configuration.customHeaders = [.init(name: "authorization", value: Secret("Basic \(pair)"))]
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .customHeaders, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(report.failedLogins == 1)
    }

    @Test(
        "what stands in a secret's place is no secret",
        arguments: [
            "<YOUR_API_TOKEN>", "<api key>", "[REDACTED]", "YOUR_API_TOKEN", "your-token-here", "$CONFLUENCE_PAT",
            "%CONFLUENCE_TOKEN%", "op://team/wiki/token", "vault:secret/data/wiki#pat", "env:WIKI_TOKEN", "********",
            "xxxxxxxx", "••••••••", "${X}", "{{secret.x}}", "REDACTED", "[FILTERED]", "keyring:confluence",
            "secretKeyRef:confluence/pat", "secretKeyRef: {name: wiki, key: pat}", "gopass:wiki/pat",
        ])
    func standIns(_ text: String) throws { #expect(try Self.unresolved(text) == ["token"]) }

    @Test(
        "what somebody may have chosen is a secret",
        arguments: [
            "<3 my dog", "$ecret-pass_1", "changeme", "%41%42", "env:prod", "yourmother", "xxx", "op:art", "vault:7",
            "[abc]", "my_precious", "keyring:7", "secretive:7", "redacted7",
        ])
    func chosen(_ text: String) throws { #expect(try Self.unresolved(text) == []) }

    private static func unresolved(_ text: String) throws -> [String] {
        let document: JSON = [
            "settings": ["confluence_configuration": ["base_url": "https://wiki.acme.example", "token": .string(text)]]
        ]
        let node = try DocumentReader.readJSON(JSONWriter.compact(document), file: "toolkit.json")
        return try #require(try ConfigurationReader.read(node).first).credential.unresolvedSecret
    }
}
