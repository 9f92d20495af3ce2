import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Testing

@Suite("The address that the client calls")
struct ClientAddressTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var baseURL: String
        var isCloud: Bool
        var address: String
        var testDescription: String { "\(baseURL), \(isCloud ? "cloud" : "server")" }
    }

    static let cases = [
        Case(baseURL: "https://acme.atlassian.net", isCloud: true, address: "https://acme.atlassian.net/wiki"),
        Case(baseURL: "https://acme.atlassian.net/wiki/", isCloud: true, address: "https://acme.atlassian.net/wiki"),
        Case(baseURL: "https://acme.atlassian.net", isCloud: false, address: "https://acme.atlassian.net/wiki"),
        Case(
            baseURL: "https://acme.atlassian.net/wiki/spaces/DOCS", isCloud: true,
            address: "https://acme.atlassian.net/wiki/spaces/DOCS"),
        Case(baseURL: "http://127.0.0.1:8090/wiki", isCloud: true, address: "http://127.0.0.1:8090"),
        Case(baseURL: "http://127.0.0.1:8090/wiki", isCloud: false, address: "http://127.0.0.1:8090/wiki"),
        Case(
            baseURL: "https://confluence.acme.example/confluence/", isCloud: false,
            address: "https://confluence.acme.example/confluence"),
        Case(baseURL: "https://docs.jira.com", isCloud: false, address: "https://docs.jira.com/wiki"),
        Case(baseURL: " https://acme.example/docs here", isCloud: false, address: "https://acme.example/docs%20here"),
    ]

    @Test("follows the client's rules", arguments: cases)
    func follows(_ example: Case) throws {
        let address = try ClientAddress.resolve(example.baseURL, isCloud: example.isCloud)
        #expect(address.description == example.address)
    }

    @Test(
        "recognises Cloud by the host name alone",
        arguments: [
            ("https://acme.atlassian.net/wiki", true), ("acme.atlassian.net", true), ("ACME.Atlassian.NET", true),
            ("https://acme.atlassian.net.example.org", false), ("https://example.org/?x=atlassian.net", false),
            ("https://acme.jira.com", false), ("", false),
        ])
    func recognises(address: String, isCloud: Bool) {
        #expect(HostName.isAtlassianCloud(address) == isCloud)
    }
}

@Suite("Showing who asks")
struct AuthenticationHeaderTests {
    private func headers(_ authentication: Authentication) -> Headers {
        var request = Request(.get, WebAddress(host: "acme.example"), headers: ["Authorization": "old"])
        request.authenticate(as: authentication)
        return request.headers
    }

    @Test("sends Basic in Latin-1, as the Python client does")
    func latin1() {
        let header = headers(.basic(user: "j\u{FC}rgen", secret: Secret("x")))["Authorization"]
        #expect(header == "Basic avxyZ2VuOng=")
        #expect(BasicCredentials(user: "j\u{FC}rgen", password: "x").encodings == ["asO8cmdlbjp4", "avxyZ2VuOng="])
        let read = BasicCredentials(encoded: "avxyZ2VuOng=", in: .latin1)
        #expect(read == BasicCredentials(user: "j\u{FC}rgen", password: "x"))
    }

    @Test(
        "sends nothing that Latin-1 can't hold, with Python's words",
        arguments: [
            (Authentication.basic(user: "svc", secret: Secret("W\u{20AC}1")), #"character '\u20ac' in position 1"#),
            (.basic(user: "s\u{20AC}c", secret: Secret("W\u{20AC}")), #"character '\u20ac' in position 1"#),
            (.basic(user: "svc", secret: Secret("W\u{20AC}\u{20AC}1\u{20AC}")), "characters in position 1-2"),
            (.basic(user: "svc", secret: Secret("W\u{1F600}")), #"character '\U0001f600' in position 1"#),
            (.bearer(Secret("W\u{20AC}\u{20AC}1")), "characters in position 8-9"),
            (.cookies(Secret("JSESSIONID=a\u{20AC}")), #"character '\u20ac' in position 12"#),
        ])
    func unsendable(_ authentication: Authentication, _ what: String) async throws {
        let client = ConfluenceClient(
            base: "http://127.0.0.1", authentication: authentication,
            send: { _ in
                Issue.record("something was sent")
                return Response(status: 200)
            }, sleep: { _ in })
        let error = await #expect(throws: ClientError.self) { try await client.get("rest/api/space/PLAT") }
        #expect(
            error?.description
                == "UnicodeEncodeError: 'latin-1' codec can't encode \(what): ordinal not in range(256)")
    }

    @Test("sends a Basic password with its blanks, and a Bearer token without")
    func blanks() {
        let basic = headers(.basic(user: "mira", secret: Secret("key ")))["Authorization"]
        #expect(basic == BasicCredentials(user: "mira", password: "key ").headerValue)
        #expect(headers(.bearer(Secret(" token\n")))["Authorization"] == "Bearer token")
    }

    @Test("sends cookies and no Authorization")
    func cookies() {
        let headers = headers(.cookies(Secret("JSESSIONID=1; odd; seraph=2")))
        #expect(headers["Cookie"] == "JSESSIONID=1; seraph=2")
        #expect(headers["Authorization"] == nil)
    }
}
