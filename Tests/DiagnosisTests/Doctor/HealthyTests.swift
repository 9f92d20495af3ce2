import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("A healthy configuration is called healthy")
struct HealthyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let site: ConfluenceSite.Acme
        let prepare: Ailment.SiteChange
        let change: @Sendable (inout Patient) throws -> Void

        init(
            name: String, site: ConfluenceSite.Acme,
            prepare: Ailment.SiteChange = .none,
            change: @escaping @Sendable (inout Patient) throws -> Void
        ) {
            self.name = name
            self.site = site
            self.prepare = prepare
            self.change = change
        }

        var testDescription: String { "\(name) (\(site))" }
    }

    @Test("healthy, in few requests and without a failed login", arguments: Self.cases)
    func healthy(_ test: Case) async throws {
        var patient = try Patient(test.site, changing: test.prepare.apply)
        try test.change(&patient)
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.causes.isEmpty)
        #expect(report.failedLogins == 0)
        #expect(report.requests <= 6)
        #expect(report.deployment.kind == (test.site == .cloud ? .cloud : .dataCenter))
    }

    static let cases: [Case] = ordinary + odd + everyTool

    private static let ordinary: [Case] = [
        Case(name: "as the fixtures have it", site: .cloud) { _ in },
        Case(name: "as the fixtures have it", site: .dataCenter) { _ in },
        Case(name: "hosting Auto", site: .cloud) { $0.configuration.credential.hosting = .auto },
        Case(name: "hosting Auto", site: .dataCenter) { $0.configuration.credential.hosting = .auto },
        Case(name: "base URL without /wiki", site: .cloud) {
            $0.configuration.credential.baseURL = "http://acme.atlassian.net"
        },
        Case(name: "a slash at the end", site: .cloud) { $0.configuration.credential.baseURL += "/" },
        Case(name: "a slash at the end", site: .dataCenter) { $0.configuration.credential.baseURL += "/" },
        Case(name: "loopback with /wiki and hosting Cloud", site: .cloud) {
            $0.configuration.credential.baseURL = "http://127.0.0.1:8091/wiki"
        },
        Case(name: "loopback with /wiki and hosting Auto", site: .cloud) {
            $0.configuration.credential.baseURL = "http://localhost:8091/wiki"
            $0.configuration.credential.hosting = .auto
        },
        Case(
            name: "a name and a password with umlauts", site: .dataCenter,
            prepare: Ailment.SiteChange { site in
                guard let index = site.users.firstIndex(where: { $0.name == "reader-bot" }) else { return }
                site.users[index].password = "Gr\u{FC}\u{DF}e-0711"
            }
        ) { $0.useBasic("reader-bot", "Gr\u{FC}\u{DF}e-0711") },
        Case(name: "a login in the address beside Basic, which drops it", site: .cloud) {
            $0.configuration.credential.baseURL.replace("://", with: "://somebody:an-old-secret-1@")
        },
        Case(name: "a login in the address that is right", site: .dataCenter) {
            $0.configuration.credential.baseURL.replace("://", with: "://reader-bot:reader-bot-password-1@")
        },
        Case(name: "a name in the address, which is no login", site: .dataCenter) {
            $0.configuration.credential.baseURL.replace("://", with: "://somebody@")
        },
        Case(name: "loopback", site: .dataCenter) {
            $0.configuration.credential.baseURL = "http://127.0.0.1:8090/confluence"
        },
        Case(name: "no space", site: .cloud) { $0.configuration.spaceKey = nil },
        Case(name: "no space", site: .dataCenter) { $0.configuration.spaceKey = nil },
        Case(name: "user name and password", site: .dataCenter) { $0.useBasic("mira", "mira-password-1") },
        Case(name: "the e-mail in capitals", site: .cloud) {
            $0.configuration.credential.username = "READER-BOT@acme.example"
        },
        Case(name: "a token with a line feed, which the toolkit trims", site: .dataCenter) {
            $0.useBearer(try $0.site.token("reader-bot-token") + "\n")
        },
        Case(name: "a writer with writing tools", site: .cloud) {
            try $0.logIn(as: "writer-bot")
            $0.configuration.selectedTools = ["create_page", "update_page_by_id", "delete_page", "add_file_to_page"]
        },
        Case(name: "a writer with writing tools", site: .dataCenter) {
            try $0.logIn(as: "writer-bot")
            $0.configuration.selectedTools = ["create_page", "update_page_by_id", "delete_page", "add_file_to_page"]
        },
        Case(name: "a reader without selected tools", site: .cloud) { $0.configuration.selectedTools = [] },
        Case(name: "a page that can be read", site: .dataCenter) { $0.options.page = .id("98310") },
        Case(name: "a site administrator", site: .cloud) {
            try $0.logIn(as: "jonas")
            $0.configuration.selectedTools = ["create_page"]
        },
    ]

    /// What looks like a slip and is none.
    private static let odd: [Case] = [
        Case(name: "a password in quotation marks of its own", site: .dataCenter, prepare: password("\"quoted\"")) {
            $0.useBasic("mira", "\"quoted\"")
        },
        Case(name: "a password with a colon", site: .dataCenter, prepare: password("mira@acme.example:x")) {
            $0.useBasic("mira", "mira@acme.example:x")
        },
        Case(name: "a password that is base64", site: .dataCenter, prepare: password("cmVhZGVyLWJvdC0x")) {
            $0.useBasic("mira", "cmVhZGVyLWJvdC0x")
        },
        Case(name: "a password that begins with Basic", site: .dataCenter, prepare: password("Basic instinct 1992")) {
            $0.useBasic("mira", "Basic instinct 1992")
        },
        Case(name: "a password with blanks inside", site: .dataCenter, prepare: password("two words here")) {
            $0.useBasic("mira", "two words here")
        },
        Case(name: "an API key beside a token that is taken", site: .dataCenter) {
            $0.configuration.credential.username = "mira"
            $0.configuration.credential.apiKey = Secret("an-old-password")
        },
        Case(name: "verify_ssl is off", site: .cloud) { $0.configuration.verifiesCertificates = false },
        Case(name: "verify_ssl is off", site: .dataCenter) { $0.configuration.verifiesCertificates = false },
        Case(name: "a custom header of no weight", site: .cloud) {
            $0.configuration.customHeaders = [.init(name: "X-Team", value: Secret("documentation"))]
        },
        Case(name: "a custom header that Basic overrides", site: .cloud) {
            $0.configuration.customHeaders = [.init(name: "Authorization", value: Secret("Bearer none-of-ours"))]
        },
        Case(name: "a custom header with the right token", site: .dataCenter) {
            let token = try $0.site.token("reader-bot-token")
            $0.useBearer("a-token-that-is-never-sent")
            $0.configuration.customHeaders = [.init(name: "Authorization", value: Secret("Bearer \(token)"))]
        },
        Case(name: "API version 2", site: .cloud) { $0.configuration.apiVersion = "2" },
        Case(name: "API version 1", site: .cloud) { $0.configuration.apiVersion = "1" },
        Case(name: "API version 1", site: .dataCenter) { $0.configuration.apiVersion = "1" },
        Case(name: "a small limit", site: .cloud) { $0.configuration.limit = 1 },
        Case(name: "labels", site: .dataCenter) { $0.configuration.labels = ["generated"] },
        Case(name: "index tools with what they need", site: .cloud) {
            $0.configuration.selectedTools = ["index_data", "search_index"]
            $0.configuration.hasVectorStore = true
            $0.configuration.hasEmbeddingModel = true
        },
        Case(name: "no tools selected, and no vector store", site: .dataCenter) { $0.configuration.selectedTools = [] },
        Case(
            name: "a site that is open to visitors", site: .cloud, prepare: .init { $0.settings.anonymousAccess = true }
        ) {
            _ in
        },
        Case(
            name: "a site that is open to visitors", site: .dataCenter,
            prepare: .init { $0.settings.anonymousAccess = true }
        ) {
            _ in
        },
        Case(name: "a CAPTCHA threshold", site: .dataCenter, prepare: .init { $0.settings.captchaThreshold = 1 }) { _ in
        },
        Case(
            name: "passwords are off, and a token is used", site: .dataCenter,
            prepare: .init { $0.settings.basicAuthentication = false }
        ) { _ in },
        Case(
            name: "single sign-on, and a token is used", site: .dataCenter,
            prepare: .init { $0.settings.singleSignOn = true }
        ) {
            _ in
        },
        Case(
            name: "read-only, and only reading tools", site: .dataCenter, prepare: .init { $0.settings.readOnly = true }
        ) {
            _ in
        },
        Case(name: "search that lags", site: .cloud, prepare: .init { $0.settings.searchLagSeconds = 60 }) { _ in },
        Case(name: "a personal space", site: .cloud, prepare: personalSpace) { $0.configuration.spaceKey = "~reader" },
        Case(name: "a personal space", site: .dataCenter, prepare: personalSpace) {
            $0.configuration.spaceKey = "~reader"
        },
        Case(name: "the key in quotes, which the toolkit takes off", site: .cloud) {
            $0.configuration = ToolkitConfiguration(
                credential: $0.configuration.credential, spaceKey: "'DOCS'", selectedTools: ["read_page_by_id"])
        },
        Case(
            name: "a rate limit with room", site: .dataCenter,
            prepare: .init { $0.settings.rateLimit = RateLimit(budget: 1000, windowSeconds: 60) }
        ) { _ in },
        Case(name: "no endpoint withdrawn", site: .cloud, prepare: .init { $0.settings.withdrawnEndpoints = .never }) {
            _ in
        },
    ]

    @Test("a budget that runs out accuses nobody", arguments: 1...6, ConfluenceSite.Acme.allCases)
    func smallBudget(_ budget: Int, _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.cloudFlag = site == .cloud
        patient.options = DiagnosisOptions(budget: budget)
        let report = await patient.diagnose()
        #expect(report.verdict != .problem, "\(report.summary)")
        #expect(report.requests <= budget)
    }

    /// Each reading tool by name, and a page with it.
    private static let everyTool: [Case] = ConfluenceSite.Acme.allCases.flatMap { site in
        ["read_page_by_id", "search_pages", "get_page_tree", "get_page_attachments", "site_search"].map { tool in
            Case(name: "the tool \(tool)", site: site) {
                $0.configuration.selectedTools = []
                $0.options.tools = [tool]
                $0.options.page = .id("98310")
            }
        }
    }

    private static func password(_ text: String) -> Ailment.SiteChange {
        .init { site in
            for index in site.users.indices where site.users[index].name == "mira" { site.users[index].password = text }
        }
    }

    private static let personalSpace = Ailment.SiteChange { site in
        site.spaces.append(
            SpaceDefinition(
                key: "~reader", name: "Reader's space", kind: .personal,
                permissions: [SpaceGrant(.user("reader-bot"), [.view])],
                pages: [PageDefinition(title: "Reader's home", creator: "reader-bot")]))
    }
}
