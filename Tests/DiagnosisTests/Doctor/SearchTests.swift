import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("Where tools that search are selected, one search is made")
struct SearchTests {
    @Test(
        "a search that fails alone is told, and what fails", arguments: ConfluenceSite.Acme.allCases,
        ["search_pages", "search_by_title", "site_search", "list_pages_with_label"])
    func broken(_ site: ConfluenceSite.Acme, _ tool: String) async throws {
        let error = Response(
            status: 500, headers: ["Content-Type": "application/json"],
            body: Array(#"{"statusCode":500,"message":"Failed to open an index searcher"}"#.utf8))
        let report = try await Self.diagnose(on: site, [tool], answering: error)
        #expect(report.causes.first?.id == .serverError, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(report.causes.first?.explanation.contains("of a search for pages") == true, "\(report.summary)")
    }

    @Test("what the gateway has no more hinders nobody who only searches", arguments: [nil, "DOCS"])
    func onlySearch(_ key: String?) async throws {
        var patient = try Patient(.cloud)
        patient.configuration.selectedTools = ["site_search"]
        patient.configuration.spaceKey = key
        patient.useGateway()
        for hosting in [Hosting.server, .auto, .cloud] {
            patient.configuration.credential.hosting = hosting
            let report = await patient.diagnose()
            #expect(!report.causes.contains { $0.id == .endpointRemoved }, "\(report.summary)")
        }
        patient.configuration.credential.hosting = .cloud
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        // Whoever reads pages besides is hindered.
        patient.configuration.selectedTools.append("read_page_by_id")
        #expect(await patient.diagnose().causes.first?.id == .endpointRemoved)
    }

    @Test(
        "a token that may search, and no more, is enough for who only searches",
        arguments: [SiteSettings.Withdrawal.never, .gateway])
    func leastScopes(_ withdrawn: SiteSettings.Withdrawal) async throws {
        let value = Ailment.scopedToken
        var patient = try Patient(.cloud) { site in
            site.settings.withdrawnEndpoints = withdrawn
            let scopes = ["read:confluence-user", "search:confluence"]
            let token = TokenDefinition(name: "least", kind: .scopedAPIToken, value: value, scopes: scopes)
            for index in site.users.indices where site.users[index].name == "reader-bot" {
                site.users[index].tokens.append(token)
            }
        }
        patient.useGateway()
        patient.useBasic("reader-bot@acme.example", value)
        patient.configuration.selectedTools = ["site_search"]
        #expect(await patient.diagnose().verdict == .healthy)
        patient.configuration.selectedTools.append("read_page_by_id")
        let report = await patient.diagnose()
        #expect(report.verdict == .problem, "\(report.summary)")
    }

    @Test("a front that refuses searches alone is told", arguments: ConfluenceSite.Acme.allCases)
    func refused(_ site: ConfluenceSite.Acme) async throws {
        let refusal = Response(
            status: 403, headers: ["Content-Type": "text/html"],
            body: Array(
                "<html><title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator."
                    .utf8))
        let report = try await Self.diagnose(on: site, ["search_pages"], answering: refusal)
        #expect(report.causes.first?.id == .firewall, "\(report.summary)")
    }

    @Test("an answer that says nothing is no health, and accuses nobody", arguments: ConfluenceSite.Acme.allCases)
    func unclear(_ site: ConfluenceSite.Acme) async throws {
        let odd = Response(
            status: 400, headers: ["Content-Type": "application/json"],
            body: Array(#"{"statusCode":400,"message":"Could not parse cql : type=page"}"#.utf8))
        let report = try await Self.diagnose(on: site, ["search_pages"], answering: odd)
        #expect(report.verdict == .undecided, "\(report.summary)")
        #expect(report.notes.contains { $0.contains("a search for pages is answered with 400 (“Could not parse cql") })
    }

    @Test("a search that finds nothing in a space with a home page is noted", arguments: ConfluenceSite.Acme.allCases)
    func fruitless(_ site: ConfluenceSite.Acme) async throws {
        let nothing = Response(
            status: 200, headers: ["Content-Type": "application/json"], body: Array(#"{"results":[],"size":0}"#.utf8))
        let report = try await Self.diagnose(on: site, ["search_pages"], answering: nothing)
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.notes.contains { $0.hasPrefix("a search finds no page in DOCS") }, "\(report.summary)")
    }

    @Test("where nobody searches, or the space is hidden, none is made", arguments: ConfluenceSite.Acme.allCases)
    func spared(_ site: ConfluenceSite.Acme) async throws {
        let error = Response(status: 500)
        let others = try await Self.diagnose(on: site, ["read_page_by_id", "get_page_id_by_title"], answering: error)
        #expect(others.verdict == .healthy, "\(others.summary)")
        let hidden = try await Self.diagnose(on: site, ["search_pages"], space: "NOWHERE", answering: error)
        #expect(!hidden.probes.contains { $0.request.contains("type%3Dpage") }, "\(hidden.summary)")
        #expect(hidden.causes.allSatisfy { $0.id.family == "space" }, "\(hidden.summary)")
    }

    @Test("without a space the whole site is searched", arguments: ConfluenceSite.Acme.allCases)
    func everywhere(_ site: ConfluenceSite.Acme) async throws {
        let report = try await Self.diagnose(on: site, ["search_pages"], space: nil, answering: nil)
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.requests <= 6)
        #expect(report.probes.contains { $0.question == "does a search work, as the selected tools make it?" })
    }

    private static func diagnose(
        on site: ConfluenceSite.Acme, _ tools: [String], space: String? = "DOCS", answering response: Response?
    ) async throws -> DiagnosisReport {
        var patient = try Patient(site)
        patient.configuration.selectedTools = tools
        patient.configuration.spaceKey = space
        patient.through = Ailment.Way { send in
            { request in
                guard let response, request.url.queryItems.contains(where: { $0.value.contains("type=page") }) else {
                    return try await send(request)
                }
                return response
            }
        }
        return await patient.diagnose()
    }
}

@Suite("Rights are read from a page that tells of its space")
struct RightsFromPagesTests {
    @Test("a home page that one person may edit says nothing, and another page is asked")
    func restrictedHome() async throws {
        let report = try await Self.report { $0.spaces[0].pages[0].editors = [.user("mira")] }
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.requests <= 6)
        #expect(report.probes.contains { $0.request.contains("/rest/api/content?spaceKey=DOCS&limit=5&") })
    }

    @Test("behind a restricted home page a reader is told to be one")
    func reader() async throws {
        let report = try await Self.report(as: "reader-bot") { $0.spaces[0].pages[0].editors = [.user("mira")] }
        #expect(report.causes.first?.id == .spaceNoWrite, "\(report.summary)")
    }

    @Test("where the editing of each page is restricted, nothing is said for sure")
    func allRestricted() async throws {
        let report = try await Self.report { site in
            for index in site.spaces[0].pages.indices { Self.restrict(&site.spaces[0].pages[index]) }
        }
        #expect(report.verdict == .undecided, "\(report.summary)")
    }

    private static func restrict(_ page: inout PageDefinition) {
        page.editors = [.user("mira")]
        for index in page.children.indices { restrict(&page.children[index]) }
    }

    private static func report(
        as user: String = "writer-bot", _ prepare: (inout SiteDefinition) -> Void
    ) async throws -> DiagnosisReport {
        var patient = try Patient(.dataCenter, user: user, changing: prepare)
        patient.configuration.selectedTools = ["create_page"]
        // Many releases state no rights of a space.
        patient.through = Ailment.Way { send in
            { request in
                var answer = try await send(request)
                guard request.url.path.contains("/rest/api/space/") else { return answer }
                answer.body = Array(answer.text.replacing(/"operations":\[[^\]]*\]/, with: "\"operations\":[]").utf8)
                return answer
            }
        }
        return await patient.diagnose()
    }
}
