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
        let change: @Sendable (inout Patient) throws -> Void
        var testDescription: String { "\(name) (\(site))" }
    }

    @Test("healthy, in few requests and without a failed login", arguments: Self.cases)
    func healthy(_ test: Case) async throws {
        var patient = try Patient(test.site)
        try test.change(&patient)
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.causes.isEmpty)
        #expect(report.failedLogins == 0)
        #expect(report.requests <= 6)
        #expect(report.deployment.kind == (test.site == .cloud ? .cloud : .dataCenter))
    }

    static let cases: [Case] = [
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
        Case(name: "a page that can be read", site: .dataCenter) { $0.options.pageID = "98310" },
        Case(name: "a site administrator", site: .cloud) {
            try $0.logIn(as: "jonas")
            $0.configuration.selectedTools = ["create_page"]
        },
    ]
}
