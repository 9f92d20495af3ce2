import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("Each cause is found on each deployment")
struct MatrixTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let cause: CauseID
        let site: ConfluenceSite.Acme
        let name: String
        let isProven: Bool
        let field: String?
        let change: @Sendable (inout Patient) throws -> Void

        init(
            _ cause: CauseID, _ site: ConfluenceSite.Acme, _ name: String = "", proven: Bool, field: String? = nil,
            change: @escaping @Sendable (inout Patient) throws -> Void
        ) {
            self.cause = cause
            self.site = site
            self.name = name
            isProven = proven
            self.field = field
            self.change = change
        }

        var testDescription: String { "\(cause) \(name) (\(site))" }
    }

    @Test("the cause comes first, proven where it can be, in few requests", arguments: Self.rows)
    func row(_ row: Row) async throws {
        var patient = try Patient(row.site)
        try row.change(&patient)
        let report = await patient.diagnose()
        #expect(report.verdict == .problem, "\(report.summary)")
        let first = try #require(report.causes.first, "\(report.summary)")
        #expect(first.id == row.cause, "\(report.summary)")
        #expect(first.isProven == row.isProven, "\(report.summary)")
        if let field = row.field { #expect(first.field == field) }
        #expect(report.requests <= 12, "\(report.summary)")
        #expect(report.failedLogins <= 1, "\(report.summary)")
        #expect(!first.evidence.isEmpty)
        #expect(!first.fix.steps.isEmpty)
        for text in [first.explanation] + first.fix.steps {
            #expect(!text.contains("{") && !text.contains("  "), "\(text)")
        }
        for secret in patient.configuration.secrets.map({ $0.trimmingEdges() }) where secret.count > 3 {
            #expect(!report.texts.contains(secret))
        }
    }

    static let rows: [Row] = credentialRows + addressRows + spaceRows
}

extension MatrixTests {
    private static let credentialRows: [Row] = [
        Row(.tokenRevoked, .cloud, proven: false, field: "confluence_configuration.api_key") {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Row(.tokenRevoked, .dataCenter, proven: false, field: "confluence_configuration.token") {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Row(.tokenRevoked, .dataCenter, "Basic", proven: false) { $0.useBasic("mira", "an-older-password") },
        // Cloud gives an expired token the answer of a revoked one: the two are named together.
        Row(.tokenRevoked, .cloud, "expired", proven: false) {
            try $0.logIn(as: "reader-bot", token: "reader-bot-expired")
        },
        Row(.wrongUser, .cloud, "user name", proven: false, field: "confluence_configuration.username") {
            $0.useBasic("reader-bot", try $0.site.token("reader-bot-token"))
        },
        Row(.wrongUser, .dataCenter, "e-mail", proven: false) { $0.useBasic("mira@acme.example", "mira-password-1") },
        Row(.passwordOnCloud, .cloud, proven: false) { $0.useBasic("mira@acme.example", "mira-password-1") },
        Row(.noProductAccess, .cloud, proven: false) { try $0.logIn(as: "unlicensed") },
        Row(.noProductAccess, .dataCenter, proven: true) { try $0.logIn(as: "unlicensed") },
        Row(.whitespace, .cloud, "line feed", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", try $0.site.token("reader-bot-token") + "\n")
        },
        Row(.whitespace, .cloud, "user name", proven: true, field: "confluence_configuration.username") {
            $0.useBasic("reader-bot@acme.example\u{A0}", try $0.site.token("reader-bot-token"))
        },
        Row(.whitespace, .dataCenter, "password", proven: true) { $0.useBasic("mira", " mira-password-1") },
        Row(.whitespace, .dataCenter, "inside a token", proven: true, field: "confluence_configuration.token") {
            var token = try $0.site.token("reader-bot-token")
            token.insert("\u{200B}", at: token.index(token.startIndex, offsetBy: 7))
            $0.useBearer(token)
        },
        Row(.whitespace, .cloud, "base URL", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL += " "
        },
        Row(.wrongScheme, .cloud, "Bearer", proven: true) { $0.useBearer(try $0.site.token("reader-bot-token")) },
        Row(.wrongScheme, .cloud, "Bearer with an e-mail", proven: true) {
            $0.useBearer(try $0.site.token("reader-bot-token"))
            $0.configuration.credential.username = "reader-bot@acme.example"
        },
        Row(.wrongScheme, .dataCenter, "token as password", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot", try $0.site.token("reader-bot-token"))
        },
        Row(.wrongScheme, .dataCenter, "password as token", proven: true) {
            $0.useBearer("mira-password-1")
            $0.configuration.credential.username = "mira"
        },
        Row(.wrongScheme, .dataCenter, "token as API key, no user", proven: true) {
            $0.configuration.credential.apiKey = Secret(try $0.site.token("reader-bot-token"))
            $0.configuration.credential.token = nil
        },
        Row(.secretMissing, .cloud, proven: true) { $0.configuration.credential.apiKey = nil },
        Row(.secretMissing, .dataCenter, proven: true) { $0.configuration.credential.token = nil },
        Row(.secretMissing, .cloud, "no user", proven: true, field: "confluence_configuration.username") {
            $0.configuration.credential.username = nil
        },
        Row(.secretReference, .cloud, proven: true) {
            $0.configuration.credential.apiKey = nil
            $0.configuration.credential.unresolvedSecret = ["api_key"]
        },
        Row(.secretReference, .dataCenter, "credential by name", proven: true) {
            $0.configuration.credential = CredentialConfiguration(baseURL: "", reference: "our-confluence")
        },
        Row(.legacyConfiguration, .dataCenter, proven: true) { $0.configuration.form = .legacyAgent },
        Row(.legacyConfiguration, .cloud, "middle form", proven: true) { $0.configuration.form = .legacyMiddle },
    ]

    private static let addressRows: [Row] = [
        Row(.hostingMismatch, .cloud, "Server", proven: true, field: "confluence_configuration.hosting") {
            $0.configuration.credential.hosting = .server
        },
        Row(.hostingMismatch, .cloud, "Server on loopback", proven: true) {
            $0.configuration.credential.baseURL = "http://127.0.0.1:8091/wiki"
            $0.configuration.credential.hosting = .server
        },
        Row(.hostingMismatch, .dataCenter, "Cloud", proven: true, field: "confluence_configuration.hosting") {
            $0.configuration.credential.hosting = .cloud
        },
        Row(.hostingMismatch, .dataCenter, "the old switch", proven: true, field: "cloud") {
            $0.configuration.cloudFlag = true
        },
        Row(.basePath, .dataCenter, "missing", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL = "http://confluence.acme.example"
        },
        Row(.basePath, .dataCenter, "doubled", proven: true) { $0.configuration.credential.baseURL += "/confluence" },
        Row(.basePath, .dataCenter, "a page's address", proven: true) {
            $0.configuration.credential.baseURL += "/pages/viewpage.action?pageId=98305"
        },
        Row(.basePath, .cloud, "a space's address", proven: true) {
            $0.configuration.credential.baseURL += "/spaces/DOCS/overview"
        },
        Row(.basePath, .cloud, "doubled", proven: true) { $0.configuration.credential.baseURL += "/wiki/wiki" },
        Row(.basePath, .cloud, "wrong", proven: true) {
            $0.configuration.credential.baseURL = "http://acme.atlassian.net/confluence"
        },
        Row(.malformedAddress, .cloud, "no scheme", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL = "acme.atlassian.net/wiki"
        },
        Row(.malformedAddress, .dataCenter, "empty", proven: true) { $0.configuration.credential.baseURL = "" },
        Row(.unreachable, .cloud, proven: true) {
            $0.configuration.credential.baseURL = "https://acmee.atlassian.net/wiki"
        },
        Row(.unreachable, .dataCenter, proven: true) {
            $0.configuration.credential.baseURL = "https://wiki.acme.example/confluence"
        },
    ]

    private static let spaceRows: [Row] = ConfluenceSite.Acme.allCases.flatMap { site in
        [
            Row(.spaceNoAccess, site, proven: false, field: "space_key") { $0.configuration.spaceKey = "TEAM" },
            Row(.spaceNoAccess, site, "no space at all", proven: false) { try $0.logIn(as: "ungranted") },
            Row(.spaceNotFound, site, "a slip of the finger", proven: false) { $0.configuration.spaceKey = "DOSC" },
            Row(.spaceKeyCase, site, proven: true, field: "space_key") { $0.configuration.spaceKey = "docs" },
            Row(.spaceNameForKey, site, proven: true, field: "space_key") {
                $0.configuration.spaceKey = "Product Documentation"
            },
            Row(.spaceNoWrite, site, proven: true, field: "selected_tools") {
                $0.configuration.selectedTools = ["read_page_by_id", "create_page", "delete_page"]
            },
            Row(.spaceNoWrite, site, "asked for by name", proven: true) { $0.options.tools = ["create_page"] },
            // Data Center gives both the same answer, and a page that somebody asks for mostly exists.
            Row(site == .cloud ? .pageMissing : .pageRestricted, site, "no such page", proven: false) {
                $0.options.pageID = "77777"
            },
            Row(.pageRestricted, site, "viewing", proven: false) { $0.options.pageID = "98320" },
            Row(.pageRestricted, site, "editing", proven: true) {
                try $0.logIn(as: "writer-bot")
                $0.configuration.selectedTools = ["update_page_by_id"]
                $0.options.pageID = "98321"
            },
        ]
    }
}
