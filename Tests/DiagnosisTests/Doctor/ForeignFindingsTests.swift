import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("What sites were seen to do whose makers had not read this code")
struct ForeignFindingsTests {
    @Test(
        "what stands behind the host is taken off on a copy, and what lies behind it is seen",
        arguments: [",", ")", ");", "].", "\",", ", "], ConfluenceSite.Acme.allCases)
    func trailing(_ end: String, _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site, changing: { $0.contextPath = site == .cloud ? "/wiki" : "" })
        patient.configuration.credential.baseURL =
            site == .cloud ? "http://acme.atlassian.net" : "http://confluence.acme.example"
        patient.configuration.credential.baseURL += end
        patient.configuration.spaceKey = "product documentation"
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id).contains(.trailingCharacters), "\(report.summary)")
        #expect(report.causes.last?.id == .spaceNameForKey, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(!report.causes.contains { $0.id == .malformedAddress }, "\(report.summary)")
    }

    @Test("the same is said where nothing is sent, or the name has no address")
    func trailingUnseen() async throws {
        for offline in [true, false] {
            var patient = try Patient(.dataCenter)
            patient.configuration.credential.baseURL = "https://wiki.elsewhere.example)"
            patient.options.offline = offline
            let report = await patient.diagnose()
            #expect(report.causes.first?.id == .trailingCharacters, "\(report.summary)")
            #expect(offline || report.causes.contains { $0.id == .nameNotResolved }, "\(report.summary)")
        }
    }

    @Test(
        "an address in brackets or in a link is mended as far as to be called",
        arguments: ["<https://wiki.acme.example>", "[Wiki](https://wiki.acme.example)", "(https://wiki.acme.example),"])
    func brackets(_ text: String) {
        #expect(AddressForm.mended(text) == "https://wiki.acme.example")
    }

    private static let many = Ailment.SiteChange { site in
        let own = site.spaces
        site.spaces = (0..<230).map { number in
            SpaceDefinition(
                key: "T\(number)", name: "Team \(number)", permissions: [SpaceGrant(.user("reader-bot"), [.view])])
        }
        site.spaces.append(
            SpaceDefinition(
                key: "ZED", name: "Zed Handbook", permissions: [SpaceGrant(.user("reader-bot"), [.view])]))
        site.spaces.append(
            SpaceDefinition(
                key: "~zed", name: "Zed's own", kind: .personal,
                permissions: [SpaceGrant(.user("reader-bot"), [.view])]))
        site.spaces += own
    }

    @Test(
        "a space is found among more than one request lists",
        arguments: [
            ("zed handbook", CauseID.spaceNameForKey), ("Zed", .spaceKeyCase),
            ("product documentation", .spaceNameForKey),
        ], ConfluenceSite.Acme.allCases)
    func manySpaces(_ row: (key: String, cause: CauseID), _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site, changing: Self.many.apply)
        patient.configuration.spaceKey = row.key
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == row.cause, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.requests <= 12, "\(report.summary)")
    }

    @Test("where the list goes on and search says nothing, the next parts are read within the budget")
    func nextParts() async throws {
        var patient = try Patient(.dataCenter, changing: Self.many.apply)
        patient.configuration.spaceKey = "zed handbook"
        patient.through = Ailment.Way { send in
            { request in
                if request.url.path.hasSuffix("/rest/api/search") { return Response(status: 500) }
                var asked = request
                // As sites do that cap the limit.
                if request.url.path.hasSuffix("/rest/api/space") {
                    asked.url.query = request.url.query?.replacing("limit=200", with: "limit=60")
                }
                return try await send(asked)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .spaceNameForKey, "\(report.summary)")
        #expect(report.requests <= 14, "\(report.summary)")
        patient.options.budget = 7
        #expect(await patient.diagnose().requests <= 7)
    }

    @Test("rights that a site in read-only mode doesn't list are not held against the account")
    func readOnly() async throws {
        var patient = try Patient(.dataCenter, user: "writer-bot", changing: { $0.settings.readOnly = true })
        patient.configuration.selectedTools = ["create_page"]
        patient.through = Ailment.Way { send in
            { request in
                var answer = try await send(request)
                let text = answer.text.replacing(
                    /,?\{"operation":"(create|update|delete)","targetType":"\w+"\}/, with: "")
                answer.body = Array(text.utf8)
                return answer
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .readOnly, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(!report.causes.contains { $0.id == .spaceNoWrite && ($0.isProven || $0.confidence > 0.3) })
    }

    @Test("a Confluence that only starts is waited for", arguments: ["STARTING", "FIRST_RUN", "MAINTENANCE", "ERROR"])
    func starting(_ state: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.through = Ailment.Way { _ in
            { request in
                guard request.url.path.hasSuffix("/status") else {
                    return Response(status: 503, body: Array("<html><title>Confluence</title></html>".utf8))
                }
                return Response(status: 503, body: Array("{\"state\":\"\(state)\"}".utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == (state == "ERROR" ? .serverError : .maintenance), "\(report.summary)")
        #expect(report.causes.first?.explanation.contains("/status says “\(state)”") == true, "\(report.summary)")
    }

    @Test(
        "where the site fails, what it says to load balancers is told", arguments: ["ERROR", "RUNNING", "UNHEARD_OF"])
    func failing(_ state: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.through = Ailment.Way { _ in
            { request in
                guard request.url.path.hasSuffix("/status") else {
                    return Response(status: 502, body: Array("<html><title>502 Bad Gateway</title></html>".utf8))
                }
                return Response(status: state == "RUNNING" ? 200 : 500, body: Array("{\"state\":\"\(state)\"}".utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .serverError, "\(report.summary)")
        let isTold = report.causes.first?.explanation.contains("502 Bad Gateway”; /status says “\(state)”") == true
        #expect(isTold == (state != "UNHEARD_OF"), "\(report.summary)")
    }

    @Test("an app's refusal of passwords is quoted by the sentence of Tomcat's page")
    func tomcatsMessage() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot-password-1")
        patient.through = Ailment.Way { send in
            { request in
                guard request.headers["Authorization"]?.hasPrefix("Basic") == true else {
                    return try await send(request)
                }
                let page =
                    "<html><title>HTTP Status 403 – Forbidden</title><p><b>Type</b> Status Report</p><p><b>Message</b> "
                    + "Basic Auth with password is disabled by an app</p></html>"
                return Response(status: 403, headers: ["X-AUSERNAME": "anonymous"], body: Array(page.utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .singleSignOn, "\(report.summary)")
        #expect(report.causes.first?.explanation.contains("disabled by an app") == true, "\(report.summary)")
    }

    @Test("JSON of another form is called JSON, and nothing is said of an account that nobody saw")
    func foreignJSON() async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", hosting: .server, username: "mira", apiKey: Secret("pa55-word-1"))
        )
        let report = await Patient.diagnose(configuration) { _ in
            Response(status: 404, body: Array("{\"code\":5,\"status\":\"unknown\"}".utf8))
        }
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        #expect(!report.texts.contains("not JSON"))
        #expect(!report.causes.contains { $0.id.family == "credential" }, "\(report.summary)")
    }

    @Test("one path that is refused by a front is no front before the site", arguments: [403, 200])
    func onePathRefused(status: Int) async throws {
        for isRevoked in [false, true] {
            var patient = try Patient(.dataCenter)
            if isRevoked { try patient.logIn(as: "reader-bot", token: "reader-bot-revoked") }
            let page =
                "<html><title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator."
            patient.through = Ailment.Way { send in
                { request in
                    guard request.url.path.contains("/rest/api/user") else { return try await send(request) }
                    return Response(status: status, headers: ["Content-Type": "text/html"], body: Array(page.utf8))
                }
            }
            let report = await patient.diagnose()
            #expect((report.verdict == .healthy) == !isRevoked, "\(report.summary)")
        }
    }

    @Test("a Cloud site that refuses the caller's address says so, whatever it thinks of the credential")
    func addressRefused() async throws {
        var patient = try Patient(.cloud)
        patient.through = Ailment.Way { send in
            { request in
                guard request.headers["Authorization"] != nil else { return try await send(request) }
                let text = "The IP address has been rejected because it is not on the allowed list."
                return Response(
                    status: 403, headers: ["Content-Type": "application/json"],
                    body: Array("{\"statusCode\":403,\"message\":\"\(text)\"}".utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .ipAllowlist, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test(
        "an old address that sends people to Cloud has moved there",
        arguments: ["https://acme.atlassian.net/wiki", "https://acme.atlassian.net/"])
    func movedToCloud(_ target: String) async {
        let sent = Mutex<[Request]>([])
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", token: Secret("canary-5d1f0e7ac2")))
        let report = await Patient.diagnose(configuration) { request in
            sent.withLock { $0.append(request) }
            return Response(status: 302, headers: ["Location": target])
        }
        #expect(report.causes.first?.id == .siteMoved, "\(report.summary)")
        #expect(report.causes.first?.explanation.contains("acme.atlassian.net/wiki") == true, "\(report.summary)")
        let isKept = sent.withLock {
            $0.allSatisfy { $0.url.host == "wiki.acme.example" && $0.headers["Authorization"] == nil }
        }
        #expect(isKept)
    }

    @Test("a site that leads its login form to an app for single sign-on takes no passwords")
    func signOnApp() async throws {
        var patient = try Patient(.dataCenter, changing: { $0.settings.basicAuthentication = false })
        patient.useBasic("reader-bot", "reader-bot-password-1")
        patient.through = Ailment.Way { send in
            { request in
                guard request.url.path.hasSuffix("/login.action") else { return try await send(request) }
                return Response(
                    status: 302, headers: ["Location": "/confluence/plugins/servlet/external-login?user-target=1"])
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .singleSignOn, "\(report.summary)")
        #expect(report.causes.first?.explanation.contains("identity provider") == true)
    }
}
