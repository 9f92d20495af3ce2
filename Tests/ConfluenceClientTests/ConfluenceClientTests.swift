import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@Suite("The client on the wire")
struct ConfluenceClientTests {
    /// Answers one request after the other, and keeps them.
    private final class Script: Sendable {
        private let answers: Mutex<[Response]>
        private let seen = Mutex<[Request]>([])

        init(_ answers: [Response]) {
            self.answers = Mutex(answers)
        }

        var requests: [Request] { seen.withLock { $0 } }

        func client(
            _ base: String = "https://acme.example/confluence",
            as authentication: Authentication = .bearer(Secret("pat-1")),
            headers: Headers = [:]
        ) -> ConfluenceClient {
            ConfluenceClient(base: base, authentication: authentication, sessionHeaders: headers) { request in
                self.seen.withLock { $0.append(request) }
                return self.answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            } sleep: { _ in
            }
        }
    }

    private static func redirect(_ status: Int, to location: String) -> Response {
        Response(status: status, headers: ["Location": location])
    }

    private static let ok = Response(status: 200, headers: ["Content-Type": "application/json"], body: Array("{}".utf8))

    @Test("sends JSON headers and the query as Python encodes it")
    func request() async throws {
        let script = Script([Self.ok])
        _ = try await script.client().search(cql: #"(type=page) and (title~"é/ü")"#, start: 0, limit: 5)
        let request = try #require(script.requests.first)
        #expect(
            request.url.description
                == "https://acme.example/confluence/rest/api/search?start=0&limit=5&cql=%28type%3Dpage%29+and+%28title~%22%C3%A9%2F%C3%BC%22%29"
        )
        #expect(request.headers["Accept"] == "application/json")
        #expect(request.headers["Content-Type"] == "application/json")
        #expect(request.headers["Authorization"] == "Bearer pat-1")
    }

    @Test("lets a custom header replace a Bearer token, but not HTTP Basic nor the content types")
    func customHeaders() async throws {
        let headers: Headers = ["authorization": "Bearer other", "accept": "text/plain", "X-Tenant": "acme"]
        let script = Script([Self.ok])
        _ = try await script.client(headers: headers).get("rest/api/space")
        let basic = Authentication.basic(user: "mira", secret: Secret("key-1"))
        _ = try await script.client(as: basic, headers: headers).get("rest/api/space")
        #expect(script.requests.map { $0.headers["Accept"] } == ["application/json", "application/json"])
        #expect(script.requests.map { $0.headers["X-Tenant"] } == ["acme", "acme"])
        #expect(script.requests[0].headers.values("Authorization") == ["Bearer other"])
        #expect(script.requests[1].headers["Authorization"]?.hasPrefix("Basic ") == true)
    }

    @Test(
        "follows a redirect, and turns all but GET and two statuses into GET",
        arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
    func redirects(status: Int, method: String) async throws {
        let script = Script([Self.redirect(status, to: "/confluence/login"), Self.ok])
        _ = try await script.client().write(.post, "rest/api/content", body: ["a": 1])
        let second = try #require(script.requests.last)
        #expect(script.requests.count == 2)
        #expect(second.method.rawValue == method)
        #expect(second.body.isEmpty == (method == "GET"))
        #expect(second.url.description == "https://acme.example/confluence/login")
        #expect(second.headers["Authorization"] == "Bearer pat-1")
    }

    @Test(
        "takes nothing secret along to another host",
        arguments: [
            "https://login.example/sso", "//login.example/sso", "http://acme.example/x", "https://acme.example:8443/x",
        ])
    func redirectsElsewhere(location: String) async throws {
        let script = Script([Self.redirect(302, to: location), Self.ok])
        _ = try await script.client(headers: ["X-Key": "secret"]).get("rest/api/space")
        let second = try #require(script.requests.last)
        #expect(second.headers["Authorization"] == nil)
        #expect(second.headers["X-Key"] == nil)
    }

    @Test("gives up after thirty redirects")
    func endlessRedirects() async throws {
        let script = Script([Self.redirect(302, to: "/again")])
        await #expect(throws: ClientError("TooManyRedirects", "Exceeded 30 redirects.")) {
            try await script.client().get("rest/api/space")
        }
        #expect(script.requests.count == 31)
    }

    @Test("takes a page for a text and nothing for null")
    func answers() async throws {
        let page = Response(status: 200, headers: ["Content-Type": "text/html"], body: Array("<html>".utf8))
        #expect(try await Script([page]).client().get("x") == "<html>")
        #expect(try await Script([Response(status: 200)]).client().get("x") == .null)
        #expect(try await Script([page]).client().write(.post, "x") == .null)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var status: Int
        var type: String
        var body: String
        var message: String
        var testDescription: String { "\(status) \(type) \(body)" }
    }

    static let refusals = [
        Refusal(status: 401, type: "application/json", body: #"{"message":"a"}"#, message: "Unauthorized (401)"),
        Refusal(status: 401, type: "application/json;charset=UTF-8", body: #"{"message":"a"}"#, message: "a"),
        Refusal(status: 403, type: "application/json", body: #"{"message":null}"#, message: "None"),
        Refusal(
            status: 404, type: "application/json", body: #"{"errors":[{"title":"Not Found"}]}"#,
            message: "404 Client Error: Not Found for url: https://acme.example/confluence/x?a=b+c"),
        Refusal(
            status: 502, type: "text/html", body: "<html>",
            message: "502 Server Error: Bad Gateway for url: https://acme.example/confluence/x?a=b+c"),
    ]

    @Test("shows a refusal as the Python client does", arguments: refusals)
    func refuses(_ example: Refusal) async throws {
        let answer = Response(
            status: example.status, headers: ["Content-Type": example.type], body: Array(example.body.utf8))
        await #expect(throws: ClientError("HTTPError", example.message, response: answer)) {
            try await Script([answer]).client().get("x", query: [QueryItem("a", "b c")])
        }
    }

    @Test(
        "shows an address that can't be called as `requests` does",
        arguments: [
            ("acme.example", "MissingSchema"), ("ftp://acme.example", "InvalidSchema"), ("https://", "InvalidURL"),
            ("https://acme example", "InvalidURL"),
        ])
    func badAddress(base: String, exceptionType: String) async throws {
        let script = Script([Self.ok])
        await #expect {
            _ = try await script.client(base).get("rest/api/space")
        } throws: { error in
            (error as? ClientError)?.exceptionType == exceptionType
        }
        #expect(script.requests.isEmpty)
    }

    @Test(
        "writes values as Python does",
        arguments: [
            ("it's", #""it's""#), ("a\"b'c", #"'a"b\'c'"#), ("line\n", #"'line\n'"#), ("\u{1}\\", #"'\x01\\'"#),
            ("é", "'é'"),
        ])
    func pythonText(text: String, quoted: String) {
        #expect(PythonText.repr(.string(text)) == quoted)
        #expect(PythonText.str([.null, true, 1, .string(text)]) == "[None, True, 1, \(quoted)]")
    }
}
