import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("What sites leave unsaid, and what they say beside the point")
struct UnsaidTests {
    private static func page(_ title: String, _ body: String = "") -> [UInt8] {
        Array("<html><head><title>\(title)</title></head><body>\(body)</body></html>".utf8)
    }

    private static let server = ToolkitConfiguration(
        credential: CredentialConfiguration(
            baseURL: "https://wiki.acme.example", hosting: .server, token: Secret("canary-5d1f0e7ac2")))

    @Test("who hangs up during the handshake may be anybody, and nothing is sent there")
    func endOfHandshake() async {
        let report = await Patient.diagnose(Self.server) { request in
            throw TransportFailure.tls(
                host: request.url.host,
                reason: "handshakeFailed(NIOSSL.BoringSSLError.sslError([Error: EOF during handshake]))")
        }
        #expect(report.causes.first?.id == .connectionDropped, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.joined().contains("speaks TLS at all") == true)
        #expect(!report.causes.contains { $0.id == .unreachable })
    }

    private static let unavailable = Response(
        status: 404, body: page("Atlassian Cloud Notifications - Page Unavailable"))

    @Test("a site whose edge tells its identifier is no unknown one, whatever the title of its pages")
    func knownSite() async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://acme.atlassian.net/wiki", hosting: .cloud, username: "mira@acme.example",
                apiKey: Secret("canary-5d1f0e7ac2")), spaceKey: "DOCS")
        let report = await Patient.diagnose(configuration) { request in
            guard request.url.path == "/_edge/tenant_info" else { return Self.unavailable }
            return Response(status: 200, body: Array(#"{"cloudId":"11111111-2222-3333-4444-555555555555"}"#.utf8))
        }
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        #expect(!report.causes.contains { $0.id == .unknownSite }, "\(report.summary)")
    }

    @Test("nor where a custom header names another host: without it the site answers")
    func otherHostByHeader() async throws {
        var patient = try Patient(.cloud)
        patient.configuration.customHeaders = [.init(name: "Host", value: Secret("intranet.acme.example"))]
        patient.through = Ailment.Way { send in
            { request in request.headers["Host"] == nil ? try await send(request) : Self.unavailable }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .customHeaders, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("an error's page that tells of the new address is no error of the site's")
    func movedWithError() async {
        let report = await Patient.diagnose(Self.server) { _ in
            let text = "<p>The wiki has moved to <a href=\"https://docs.acme.example/\">its new place</a>.</p>"
            return Response(status: 503, body: Self.page("We moved", text))
        }
        #expect(report.causes.first?.id == .siteMoved, "\(report.summary)")
        #expect(report.texts.contains("https://docs.acme.example"))
    }

    @Test("an archived space is found among the archived ones where it tells no status of itself")
    func archivedUntold() async throws {
        for (isArchived, obeys) in [(true, true), (false, true), (false, false)] {
            var patient = try Patient(.dataCenter) { site in
                for index in site.spaces.indices where site.spaces[index].key == "DOCS" {
                    site.spaces[index].isArchived = isArchived
                }
            }
            patient.configuration.selectedTools = ["create_page"]
            try patient.logIn(as: "writer-bot")
            patient.through = Ailment.Way { send in
                { request in
                    var asked = request
                    // As those do that don't look at what is asked for.
                    if !obeys, request.url.path.hasSuffix("/rest/api/space") { asked.url.query = "spaceKey=DOCS" }
                    var answer = try await send(asked)
                    guard request.url.path.contains("/rest/api/space/") else { return answer }
                    let text = answer.text.replacing(/"status":"\w+",?/.ignoresCase(), with: "")
                    answer.body = Array(text.utf8)
                    return answer
                }
            }
            let report = await patient.diagnose()
            #expect((report.causes.first?.id == .spaceArchived) == isArchived, "\(report.summary)")
            #expect((report.verdict == .healthy) == !isArchived, "\(report.summary)")
            #expect(report.requests <= 8, "\(report.summary)")
        }
    }

    @Test(
        "gateways that number what is missing, or sign their refusal, want a key of their own",
        arguments: [
            (
                #"{"fault":{"code":900902,"message":"Missing Credentials","description":"Make sure your API invocation call has a header: 'apikey: API Key'"}}"#,
                [:]
            ),
            (#"{"message":"Unauthorized","http_status_code":401}"#, ["X-Gravitee-Transaction-Id": "1f0e7ac2"]),
        ] as [(String, Headers)])
    func gateways(_ text: String, _ headers: Headers) async {
        let report = await Patient.diagnose(Self.server) { _ in
            var headers = headers
            headers["Content-Type"] = "application/json"
            return Response(status: 401, headers: headers, body: Array(text.utf8))
        }
        #expect(report.causes.first?.id == .gatewayKey, "\(report.summary)")
    }

    // MARK: No API where a Confluence is

    private static let servers = Response(
        status: 404, headers: ["Server": "nginx"],
        body: Array("<html><head><title>404 Not Found</title></head><body>nginx</body></html>".utf8))

    @Test(
        "where a Confluence that names itself has no API, no credential is blamed and no password sent as a token",
        arguments: [
            ("5.4.4", Ailment.nullForURI, CauseID.olderRelease), ("4.3.7", Ailment.nullForURI, .olderRelease),
            ("8.5.12", Ailment.nullForURI, .serverError),
            ("8.5.12", servers, .firewall),
        ])
    func noAPI(_ row: (release: String, answer: Response, cause: CauseID)) async throws {
        for isPassword in [true, false] {
            var patient = try Patient(.dataCenter)
            if isPassword { patient.useBasic("reader-bot", "reader-bot-password-1") }
            patient.through = Ailment.withoutAPI(row.release, row.answer)
            let report = await patient.diagnose()
            #expect(report.causes.first?.id == row.cause, "\(report.summary)")
            #expect(report.causes.first?.evidence.isEmpty == false, "\(report.summary)")
            #expect(!report.causes.contains { ["account", "credential"].contains($0.id.family) }, "\(report.summary)")
            #expect(!report.texts.contains("(Bearer)") || !isPassword, "\(report.summary)")
        }
    }

    @Test("a release without CQL is told to be one where the tools search", arguments: ["5.6.6", "8.5.12"])
    func noSearch(_ release: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.selectedTools = ["search_pages"]
        let through = Ailment.withoutAPI(release, Ailment.nullForURI)
        patient.through = Ailment.Way { send in
            let wrapped = through.wrap(send)
            return { request in
                let isSearch = request.url.path.hasSuffix("/search")
                return isSearch || !request.url.path.contains("/rest/api/")
                    ? try await wrapped(request) : try await send(request)
            }
        }
        let report = await patient.diagnose()
        #expect((report.causes.first?.id == .olderRelease) == (release == "5.6.6"), "\(report.summary)")
    }

    @Test("where a header alone shows a Confluence, one that names itself under another path is the one that is meant")
    func otherPath() async throws {
        var patient = try Patient(.dataCenter)
        let base = patient.configuration.credential.baseURL
        patient.configuration.credential.baseURL = base + "/rest/api"
        patient.through = Ailment.Way { send in
            { request in
                guard request.url.path.contains("/rest/api/rest/") else { return try await send(request) }
                let isManifest = request.url.path.hasSuffix("manifest")
                return Response(status: isManifest ? 403 : 404, headers: ["X-Confluence-Request-Time": "1"])
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .basePath, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.joined().contains(base) == true, "\(report.summary)")
    }

    // MARK: What somebody else says

    @Test(
        "a reverse proxy that finds no name for what is behind it says nothing of the address",
        arguments: [
            "<title>502 Proxy Error</title>DNS lookup failure for: wiki-app01<address>Apache Server at wiki.acme.example Port 443",
            "<title>530</title>Cloudflare Tunnel error 1033: unable to resolve it",
            "app01 could not be resolved (3: Host not found)",
        ])
    func nameBehind(_ text: String) async {
        let report = await Patient.diagnose(Self.server) { _ in Response(status: 502, body: Self.page("502", text)) }
        #expect(report.causes.first?.id == .serverError, "\(report.summary)")
        let other = await Patient.diagnose(Self.server) { _ in
            Response(status: 503, body: Self.page("503", "The host wiki.acme.example could not be resolved."))
        }
        #expect(other.causes.first?.id == .nameNotResolved, "\(other.summary)")
    }

    @Test("who lets people in to a company's own sites asks for a login there, and is no proxy on the way")
    func accessGate() async {
        let report = await Patient.diagnose(Self.server) { _ in
            Response(status: 302, headers: ["Location": "https://samlsp.private.zscaler.com/auth/v2/login"])
        }
        #expect(report.causes.first?.id == .loginInFront, "\(report.summary)")
    }

    @Test("one answer of a gateway among good ones is no cause, and is noted", arguments: [502, 504])
    func onceAway(_ status: Int) async throws {
        for place in ["manifest", "/user/current"] {
            var patient = try Patient(.dataCenter)
            let hasFailed = Mutex(false)
            patient.through = Ailment.Way { send in
                { request in
                    let isFirst =
                        request.url.path.contains(place)
                        && hasFailed.withLock { seen in
                            defer { seen = true }
                            return !seen
                        }
                    return isFirst ? Response(status: status) : try await send(request)
                }
            }
            let report = await patient.diagnose()
            #expect(report.verdict == .healthy, "\(report.summary)")
            #expect(report.notes.contains { $0.contains("answered \(status) to a request") }, "\(report.notes)")
        }
    }

    // MARK: Moved without a word

    private static let front = "https://docs.newacme.example"

    @Test(
        "who is led to another host's front page has likely moved there, and nothing is sent after",
        arguments: [
            Response(status: 302, headers: ["Location": "https://docs.newacme.example/"]),
            Response(status: 303, headers: ["Location": "https://docs.newacme.example"]),
            Response(status: 307, headers: ["Location": "https://docs.newacme.example/"]),
            Response(
                status: 200,
                body: Array(
                    "<head><meta http-equiv=\"refresh\" content=\"0;URL='https://docs.newacme.example/'\"></head>".utf8)
            ),
            Response(
                status: 200,
                body: Array("<script>window.location.replace('https://docs.newacme.example/');</script>".utf8)),
        ])
    func led(_ answer: Response) async {
        let report = await Patient.diagnose(Self.server) { request in
            if request.url.host != "wiki.acme.example" { Issue.record("\(request.url.host) was asked") }
            return answer
        }
        #expect(report.causes.first?.id == .siteMoved, "\(report.summary)")
        #expect(report.causes.first?.isProven == false && (report.causes.first?.confidence ?? 1) <= 0.7)
        #expect(report.causes.first?.fix.steps.joined().contains(Self.front) == true, "\(report.texts)")
        #expect(report.requests <= 5, "\(report.summary)")
    }

    @Test("what is gone names the new place in words, and another port of the same host is one")
    func toldElsewhere() async {
        let gone = Response(
            status: 410,
            body: Self.page("Decommissioned", "<p>Please use the new Confluence: https://kb.newacme.example/</p>"))
        let first = await Patient.diagnose(Self.server) { _ in gone }
        #expect(first.causes.first?.id == .siteMoved, "\(first.summary)")
        #expect(first.texts.contains("https://kb.newacme.example"))
        let second = await Patient.diagnose(Self.server) { request in
            var target = request.url
            target.port = 8443
            return Response(status: 301, headers: ["Location": "\(target)"])
        }
        #expect(second.causes.first?.id == .siteMoved, "\(second.summary)")
        #expect(second.texts.contains("https://wiki.acme.example:8443"))
    }
}
