import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import Synchronization
import Testing

@Suite("No secret leaves the configured host, or comes back in a report")
struct CanaryTests {
    private static let canary = "cAn4ry-7f3e9b21d6"
    private static let token = "ATATT3xFfGF0cAn4ry7f3e9b21d6=0A1B2C3D"
    private static let passphrase = "cAn4ry seven  three e9b21d6 words"
    private static let odd = "cAn4ry&7f<3e>9b#21!d6"

    struct Place: Sendable, CustomTestStringConvertible {
        let name: String
        var secret = CanaryTests.canary
        let change: @Sendable (inout ToolkitConfiguration) -> Void
        var testDescription: String { name }
    }

    static let places: [Place] = [
        Place(name: "API key") { $0.credential.apiKey = Secret(canary) },
        Place(name: "token") { $0.credential.token = Secret(canary) },
        Place(name: "API key with a line feed") { $0.credential.apiKey = Secret("\(canary)\n") },
        Place(name: "quoted") { $0.credential.apiKey = Secret("“\(canary)”") },
        Place(name: "after Bearer") { $0.credential.token = Secret("Bearer \(canary)") },
        Place(name: "after the user") { $0.credential.apiKey = Secret("mira@acme.example:\(canary)") },
        Place(name: "in base64") {
            $0.credential.apiKey = Secret(Data("mira@acme.example:\(canary)".utf8).base64EncodedString())
        },
        Place(name: "an API key behind a token") {
            $0.credential.apiKey = Secret(canary)
            $0.credential.token = Secret("an-ordinary-token")
        },
        Place(name: "a token before an API key") {
            $0.credential.apiKey = Secret("another-ordinary-secret")
            $0.credential.token = Secret(canary)
        },
        Place(name: "cookies") { $0.credential.token = Secret("JSESSIONID=\(canary)") },
        Place(name: "custom header") {
            $0.credential.token = Secret("an-ordinary-token")
            $0.customHeaders = [.init(name: "Authorization", value: Secret("Bearer \(canary)"))]
        },
        Place(name: "password in the address") {
            $0.credential.baseURL = "https://mira:\(canary)@wiki.acme.example/confluence"
            $0.credential.apiKey = Secret("an-ordinary-secret")
        },
        Place(name: "a passphrase", secret: passphrase) { $0.credential.apiKey = Secret(passphrase) },
        Place(name: "odd characters", secret: odd) { $0.credential.apiKey = Secret(odd) },
        Place(name: "pasted twice") { $0.credential.apiKey = Secret(canary + canary) },
        Place(name: "a password behind the user name") { $0.credential.username = "mira:\(canary)" },
        Place(name: "a password that changed places with the user name") {
            $0.credential.username = canary
            $0.credential.apiKey = Secret("mira@acme.example")
        },
        Place(name: "a password in the user name's field", secret: odd) { $0.credential.username = odd },
        Place(name: "a password in the space key's field", secret: odd) { $0.spaceKey = odd },
        Place(name: "a password in the address's field", secret: odd) { $0.credential.baseURL = odd },
        Place(name: "a password in the address's fragment") { $0.credential.baseURL += "#password=\(canary)" },
        Place(name: "a token in the user name's field", secret: token) {
            $0.credential.username = token
            $0.credential.apiKey = Secret("mira@acme.example")
        },
    ]

    enum Trap: String, Sendable, CaseIterable {
        case echo
        /// Where what is too long to be shown is cut.
        case longEcho
        case pageEcho
        case redirect
        case redirectToHTTP
        case failure
        case refusal
    }

    @Test("neither an echo, nor a redirect, nor a failure brings it out", arguments: places, Trap.allCases)
    func kept(_ place: Place, _ trap: Trap) async {
        let sent = Mutex<[Request]>([])
        let send: Send = { request in
            sent.withLock { $0.append(request) }
            return try Self.answer(request, trap, place.secret)
        }
        var configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example/confluence", hosting: .server, username: "mira@acme.example",
                apiKey: Secret("an-ordinary-secret")),
            spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
        place.change(&configuration)
        let report = await Patient.diagnose(configuration, send: send)
        #expect(!report.texts.contains(place.secret), "\(report.summary)")
        #expect(!report.texts.contains("cAn4ry"), "\(report.summary)")
        #expect(!"\(report)".contains(place.secret))
        let encoded = Data("mira@acme.example:\(Self.canary)".utf8).base64EncodedString()
        #expect(!report.texts.contains(encoded))
        let requests = sent.withLock { $0 }
        #expect(requests.allSatisfy { $0.url.host == "wiki.acme.example" && $0.url.scheme == "https" })
        #expect(requests.allSatisfy { !$0.url.description.contains(Self.canary) })
        // What recognises the site shows nobody's secret.
        #expect(requests.filter { $0.url.path.contains("applinks") }.allSatisfy { $0.headers["Authorization"] == nil })
    }

    private static func answer(_ request: Request, _ trap: Trap, _ secret: String) throws -> Response {
        let header = request.headers["Authorization"] ?? request.headers["Cookie"]
        guard let header else {
            return Response(
                status: 200, headers: ["Content-Type": "application/json"],
                body: Array("{\"typeId\":\"confluence\",\"version\":\"9.2.0\"}".utf8))
        }
        let inHTML = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        switch trap {
        case .longEcho:
            let words = String(repeating: "no ", count: 47) + secret + String(repeating: " no", count: 40)
            return Response(status: 403, body: Array("{\"message\":\"\(words)\"}".utf8))
        case .pageEcho:
            return Response(status: 403, body: Array("<html><title>\(inHTML) is refused</title></html>".utf8))
        case .echo:
            return Response(status: 403, body: Array("{\"message\":\"not \(header) for \(secret)\"}".utf8))
        case .redirect:
            return Response(status: 302, headers: ["Location": "https://evil.example/\(header)/\(secret)"])
        case .redirectToHTTP:
            return Response(status: 307, headers: ["Location": "http://wiki.acme.example/\(secret)?t=\(header)"])
        case .failure: throw TransportFailure.other(host: "wiki.acme.example", reason: "lost \(header) \(secret)")
        case .refusal:
            return Response(
                status: 401,
                headers: ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED \(secret)", "X-AUSERNAME": header],
                body: Array("<title>\(secret)</title>".utf8))
        }
    }
}
