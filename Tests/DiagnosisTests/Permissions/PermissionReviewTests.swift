import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Simulator
import Synchronization
import Testing

@Suite("Permissions are compared with what tools need")
struct PermissionReviewTests {
    private func review(_ patient: Patient) async -> PermissionsReport {
        await PermissionReview(send: patient.site.send).report(on: patient.configuration, options: patient.options)
    }

    @Test("a reader has enough for reading, and nothing beyond it", arguments: ConfluenceSite.Acme.allCases)
    func reader(_ kind: ConfluenceSite.Acme) async throws {
        let report = await review(try Patient(kind))
        #expect(report.verdict == .enough, "\(report)")
        #expect(report.account == "Reader Bot")
        let needs = try #require(report.tools.first).needs
        #expect(needs.contains(.init(.product, "use of Confluence", .held)))
        #expect(needs.contains(.init(.space, "View", .held)))
        #expect(needs.contains(.init(.page, "read", .notAsked)))
        #expect(needs.contains(.init(.classicScope, "read:confluence-content.all", .notApplicable)))
        #expect(report.requests <= 6)
    }

    @Test("a reader lacks what writing needs, tool by tool", arguments: ConfluenceSite.Acme.allCases)
    func writing(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind)
        patient.configuration.selectedTools = ["read_page_by_id", "create_page", "delete_page"]
        let report = await review(patient)
        #expect(report.verdict == .missing)
        #expect(report.tools.map(\.tool) == ["create_page", "delete_page", "read_page_by_id"])
        #expect(report.tools.map(\.verdict) == [.missing, .missing, .enough])
        #expect(report.tools[0].needs.contains(.init(.space, "Pages: Add", .missing)))
        #expect(report.tools[1].needs.contains(.init(.space, "Pages: Delete", .missing)))
    }

    @Test("what a writer may do beyond reading is named", arguments: ConfluenceSite.Acme.allCases)
    func beyond(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind, user: "writer-bot")
        var report = await review(patient)
        #expect(report.verdict == .enough)
        #expect(report.surplus.map(\.name).contains("Pages: Add"))
        #expect(report.surplus.map(\.name).contains("Pages: Delete"))
        patient.configuration.selectedTools = ["create_page", "delete_page"]
        report = await review(patient)
        #expect(report.verdict == .enough)
        #expect(!report.surplus.map(\.name).contains("Pages: Add"))
        #expect(!report.surplus.map(\.name).contains("Pages: Delete"))
    }

    @Test("an administrators' group to which nothing applies is beyond need")
    func power() async throws {
        let patient = try Patient(.dataCenter)
        let report = await PermissionReview { request in
            guard request.url.path.hasSuffix("/rest/api/user/memberof") else {
                return try await patient.site.send(request)
            }
            return Response(status: 200, body: Array(#"{"results": [{"name": "confluence-administrators"}]}"#.utf8))
        }.report(on: patient.configuration)
        #expect(report.verdict == .enough)
        #expect(report.surplus.map(\.name) == ["administration"], "\(report.surplus)")
    }

    @Test("a space out of sight lacks everything", arguments: ConfluenceSite.Acme.allCases)
    func hidden(_ kind: ConfluenceSite.Acme) async throws {
        let report = await review(try Patient(kind, user: "ungranted"))
        #expect(report.verdict == .missing)
        #expect(report.tools[0].needs.contains(.init(.space, "View", .missing)))
    }

    @Test(
        "an account without Confluence lacks its use; Cloud answers it as a stranger, of whom that can't be told",
        arguments: [(ConfluenceSite.Acme.cloud, ToolPermissions.Standing.unknown), (.dataCenter, .missing)])
    func unlicensed(_ kind: ConfluenceSite.Acme, _ standing: ToolPermissions.Standing) async throws {
        let report = await review(try Patient(kind, user: "unlicensed"))
        #expect(report.tools[0].needs.first?.standing == standing, "\(report)")
        #expect(report.verdict == (standing == .missing ? .missing : .undecided), "\(report)")
    }

    @Test("a page's restrictions are asked for when it is named", arguments: ConfluenceSite.Acme.allCases)
    func page(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind)
        patient.configuration.selectedTools = ["update_page_by_id"]
        patient.options.page = .id("98310")
        let report = await review(patient)
        #expect(report.tools[0].needs.contains(.init(.page, "read", .held)), "\(report.tools[0])")
        #expect(report.tools[0].needs.contains(.init(.page, "update", .missing)), "\(report.tools[0])")
    }

    @Test("a login that fails leaves all undecided, after one try", arguments: ConfluenceSite.Acme.allCases)
    func failedLogin(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind)
        patient.configuration.credential.apiKey = patient.configuration.credential.apiKey.map { _ in
            Secret("nobody-knows-this")
        }
        patient.configuration.credential.token = patient.configuration.credential.token.map { _ in
            Secret("nobody-knows-this")
        }
        let report = await review(patient)
        #expect(report.verdict == .undecided)
        #expect(report.failedLogins <= 1)
        #expect(report.notes.contains { $0.contains("confluence-doctor diagnose") })
    }

    @Test("offline, the needs are listed and nothing is sent", arguments: ConfluenceSite.Acme.allCases)
    func offline(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind)
        patient.configuration.selectedTools = []
        patient.options.offline = true
        let report = await review(patient)
        #expect(report.verdict == .notAsked)
        #expect(report.requests == 0)
        #expect(patient.site.journal.isEmpty)
        #expect(report.tools.count == 19)
    }

    @Test("a secret that a site echoes shows nowhere in the review", arguments: ConfluenceSite.Acme.allCases)
    func echoes(_ kind: ConfluenceSite.Acme) async throws {
        let patient = try Patient(kind)
        let secret = try patient.site.token("reader-bot-token")
        let send = patient.site.send
        let report = await PermissionReview(send: { request in
            var response = try await send(request)
            response.headers["X-AUSERNAME"] = secret
            return response
        }).report(on: patient.configuration, options: patient.options)
        #expect(!report.probes.isEmpty)
        #expect(!"\(report)".contains(secret))
    }

    @Test("too many requests are waited for", arguments: ConfluenceSite.Acme.allCases)
    func patience(_ kind: ConfluenceSite.Acme) async throws {
        let (report, waits) = try await Self.review(kind, limitedTimes: 1, retryAfter: "7")
        #expect(report.verdict == .enough, "\(report)")
        #expect(waits == [7])
        #expect(report.notes.contains { $0.contains("7 s of waiting") }, "\(report.notes)")
    }

    @Test("a pause that is too long is told, and not waited for", arguments: ConfluenceSite.Acme.allCases)
    func impatience(_ kind: ConfluenceSite.Acme) async throws {
        let (report, waits) = try await Self.review(kind, limitedTimes: .max, retryAfter: "3600")
        #expect(report.verdict == .undecided, "\(report)")
        #expect(waits.isEmpty)
        #expect(report.notes.contains { $0.contains("asks to be left alone for 3600 s") }, "\(report.notes)")
    }

    /// The review of a site that lets only some logins of many through, and how long it waited, without waiting.
    private static func review(
        _ kind: ConfluenceSite.Acme, limitedTimes: Int, retryAfter: String
    ) async throws -> (PermissionsReport, [Int]) {
        let patient = try Patient(kind)
        let waited = Mutex<[Int]>([])
        let sent = Mutex(0)
        let review = PermissionReview(
            send: { request in
                guard request.headers["Authorization"] != nil else { return try await patient.site.send(request) }
                let count = sent.withLock { count in
                    count += 1
                    return count
                }
                return count <= limitedTimes
                    ? Response(status: 429, headers: ["Retry-After": retryAfter]) : try await patient.site.send(request)
            },
            wait: { seconds in waited.withLock { $0.append(seconds) } })
        let report = await review.report(on: patient.configuration, options: patient.options)
        return (report, waited.withLock(\.self))
    }

    @Test("only reads are sent, whatever the tools", arguments: ConfluenceSite.Acme.allCases)
    func readOnly(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind, user: "writer-bot")
        patient.configuration.selectedTools = []
        patient.options.page = .id("98310")
        _ = await review(patient)
        #expect(patient.site.journal.allSatisfy { $0.method == "GET" })
    }

    @Test("at the gateway, the scopes of a token are found out")
    func scopes() async throws {
        let token = "ATATT3xScopedTokenOfMira0123456789=AB12CD34"
        let scopes = [
            "read:confluence-user", "read:confluence-content.all", "search:confluence", "read:page:confluence",
        ]
        let site = try ConfluenceSite.acme(.cloud) { site in
            site.users[0].tokens.append(
                TokenDefinition(name: "scoped", kind: .scopedAPIToken, value: token, scopes: scopes))
        }
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)", hosting: .cloud,
                username: "mira@acme.example", apiKey: Secret(token)),
            spaceKey: "DOCS", selectedTools: ["read_page_by_id", "get_page_attachments", "create_page"])
        let report = await PermissionReview(send: site.send).report(on: configuration)
        let standings = Dictionary(
            report.tools.flatMap(\.needs).map { ($0.name, $0.standing) }, uniquingKeysWith: { first, _ in first })
        #expect(standings["read:confluence-content.all"] == .held, "\(report)")
        #expect(standings["read:page:confluence"] == .held)
        #expect(standings["readonly:content.attachment:confluence"] == .missing)
        #expect(standings["read:confluence-space.summary"] == .missing)
        #expect(standings["write:page:confluence"] == .unknown)
        #expect(report.surplus.map(\.name) == ["scope search:confluence"], "\(report.surplus)")
        #expect(report.verdict == .missing)
    }
}
