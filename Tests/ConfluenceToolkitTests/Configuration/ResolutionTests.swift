import ConfluenceModel
import ConfluenceToolkit
import Testing

@Suite("Resolving settings as the toolkit does")
struct ResolutionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var baseURL = "https://acme.example"
        var hosting = Hosting.auto
        var cloudFlag: Bool?
        var apiVersion = "Auto"
        var isCloud: Bool
        var version: Int
        var testDescription: String {
            "\(baseURL) \(hosting.rawValue) cloud=\(cloudFlag.map(String.init) ?? "unset") \(apiVersion)"
        }
    }

    static let cases = [
        Case(isCloud: false, version: 1),
        Case(baseURL: "https://acme.atlassian.net", isCloud: true, version: 2),
        Case(hosting: .cloud, isCloud: true, version: 2),
        Case(baseURL: "https://acme.atlassian.net", hosting: .server, isCloud: false, version: 2),
        Case(hosting: .server, cloudFlag: true, isCloud: true, version: 2),
        Case(baseURL: "https://acme.atlassian.net", cloudFlag: false, isCloud: false, version: 2),
        Case(baseURL: "https://acme.atlassian.net", apiVersion: "1", isCloud: true, version: 1),
        Case(apiVersion: "2", isCloud: false, version: 2),
        Case(baseURL: "https://acme.jira.com", isCloud: false, version: 1),
        Case(baseURL: "https://api.atlassian.com/ex/confluence/1", isCloud: false, version: 1),
    ]

    @Test("decides on Cloud and the version", arguments: cases)
    func decides(_ example: Case) {
        let credential = CredentialConfiguration(baseURL: example.baseURL, hosting: example.hosting)
        let toolkit = ToolkitConfiguration(
            credential: credential, apiVersion: example.apiVersion, cloudFlag: example.cloudFlag)
        #expect(toolkit.isCloud == example.isCloud)
        #expect(toolkit.resolvedAPIVersion == example.version)
    }

    @Test("lets a token win, and takes one with JSESSIONID for cookies")
    func authentication() {
        var credential = CredentialConfiguration(
            baseURL: "x", username: "mira", apiKey: Secret("key-1"), token: Secret("pat-1"))
        #expect(ToolkitConfiguration(credential: credential).authentication == .bearer(Secret("pat-1")))
        credential.token = Secret("JSESSIONID=1")
        #expect(ToolkitConfiguration(credential: credential).authentication == .cookies(Secret("JSESSIONID=1")))
        credential.token = nil
        #expect(
            ToolkitConfiguration(credential: credential).authentication == .basic(user: "mira", secret: Secret("key-1"))
        )
        credential.username = ""
        #expect(ToolkitConfiguration(credential: credential).authentication == .anonymous)
    }

    @Test(
        "reads a space key without quotes and words for none",
        arguments: [
            ("DOCS", "DOCS"), (" DOCS\n", "DOCS"), ("'DOCS'", "DOCS"), ("`~mira`", "~mira"), ("\"None\"", nil),
            ("N/A", nil),
            ("", nil), ("'DOCS", "'DOCS"),
        ] as [(String, String?)])
    func spaceKeys(text: String, key: String?) {
        #expect(SpaceKey.normalize(text) == key)
    }
}
