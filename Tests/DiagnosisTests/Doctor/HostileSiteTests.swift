import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Simulator
import Synchronization
import Testing

@Suite("A site that answers oddly does no harm")
struct HostileSiteTests {
    /// Remembers what was sent, and answers all of it alike.
    private final class Script: Sendable {
        let sent = Mutex<[Request]>([])
        let answer: @Sendable (Request) throws -> Response

        init(_ answer: @escaping @Sendable (Request) throws -> Response) {
            self.answer = answer
        }

        var send: Send {
            { request in
                self.sent.withLock { $0.append(request) }
                return try self.answer(request)
            }
        }
    }

    private static let canary = "canary-5d1f0e7ac2"

    private func configuration(_ baseURL: String = "https://wiki.acme.example") -> ToolkitConfiguration {
        ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: baseURL, username: "mira@acme.example", apiKey: Secret(Self.canary)),
            spaceKey: "DOCS")
    }

    struct Answer: Sendable, CustomTestStringConvertible {
        let name: String
        let response: Response
        var testDescription: String { name }
    }

    static let answers: [Answer] = [
        Answer(
            name: "a login page",
            response: Response(
                status: 200, headers: ["Content-Type": "text/html"], body: Array("<html><title>Log in</title>".utf8))),
        Answer(name: "garbage for JSON", response: Response(status: 200, body: Array("{\"type\": \"kno".utf8))),
        Answer(
            name: "wrong types", response: Response(status: 200, body: Array("{\"typeId\": 7, \"cloudId\": []}".utf8))),
        Answer(
            name: "deeply nested JSON",
            response: Response(status: 200, body: Array(String(repeating: "[", count: 100_000).utf8))),
        Answer(name: "nothing", response: Response(status: 200)),
        Answer(name: "an unknown status", response: Response(status: 999)),
        Answer(
            name: "a redirect to another host",
            response: Response(status: 302, headers: ["Location": "https://evil.example/take?it=1"])),
    ]

    @Test(
        "it is not taken for Confluence, and sees the secret once, by TLS alone", arguments: answers, ["https", "http"])
    func oddAnswers(_ answer: Answer, _ scheme: String) async {
        let script = Script { _ in answer.response }
        let report = await Patient.diagnose(configuration("\(scheme)://wiki.acme.example"), send: script.send)
        #expect(report.verdict == .problem, "\(report.summary)")
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        let sent = script.sent.withLock { $0 }
        #expect(sent.allSatisfy { $0.url.host == "wiki.acme.example" })
        #expect(sent.count { $0.headers["Authorization"] != nil } == (scheme == "https" ? 1 : 0))
        #expect(sent.allSatisfy { $0.headers["Authorization"] == nil || $0.url.scheme == "https" })
        #expect(sent.count <= 12)
        #expect(!report.texts.contains(Self.canary))
    }

    @Test("a redirect of the login is not followed, and a site that echoes the secret doesn't get it into the report")
    func redirectAndEcho() async {
        let script = Script { request in
            if request.url.path.hasSuffix("manifest") {
                return Response(status: 200, body: Array("{\"typeId\":\"confluence\",\"version\":\"9.2.0\"}".utf8))
            }
            let sent = request.headers["Authorization"] ?? ""
            return Response(status: 302, headers: ["Location": "https://evil.example/\(sent)/\(Self.canary)"])
        }
        let report = await Patient.diagnose(configuration(), send: script.send)
        let sent = script.sent.withLock { $0 }
        #expect(sent.contains { $0.headers["Authorization"] != nil })
        #expect(sent.allSatisfy { $0.url.host == "wiki.acme.example" && $0.url.scheme == "https" })
        #expect(!report.texts.contains(Self.canary))
        let encoded = BasicCredentials(user: "mira@acme.example", password: Self.canary).headerValue.dropFirst(6)
        #expect(!report.texts.contains(encoded))
        #expect(report.verdict != .healthy)
    }

    @Test(
        "each way of not being reached is told in words",
        arguments: [
            (TransportFailure.connectionRefused(host: "wiki.acme.example", port: 443), CauseID.connectionRefused),
            (.timedOut(host: "wiki.acme.example", seconds: 10), .timedOut),
            (.tls(host: "wiki.acme.example", reason: "certificate has expired"), .certificateExpired),
            (.nameNotResolved(host: "wiki.acme.example"), .nameNotResolved),
            (.other(host: "wiki.acme.example", reason: "there is no way to its network"), .unreachable),
            (.answerTooLarge(limit: 1000), .unreachable),
        ])
    func unreachable(_ failure: TransportFailure, _ cause: CauseID) async {
        let script = Script { _ in throw failure }
        let report = await Patient.diagnose(configuration(), send: script.send)
        #expect(report.causes.first?.id == cause, "\(report.summary)")
        // A sentence begins with a capital.
        let explanation = report.causes.first?.explanation.lowercased() ?? ""
        #expect(explanation.contains(failure.description.lowercased()))
        // Where none comes in time, one may come to those who show a credential.
        #expect(report.requests == (cause == .timedOut ? 2 : 1))
    }

    @Test(
        "what keeps the site from judging a login is named after one login",
        arguments: [
            (Response(status: 429, headers: ["Retry-After": "7"]), CauseID.rateLimited),
            (Response(status: 401, headers: ["X-Seraph-LoginReason": "AUTHENTICATION_DENIED"]), .captcha),
            (Response(status: 503), .serverError),
            (Response(status: 503, body: Array("<h1>Down for maintenance</h1>".utf8)), .maintenance),
        ])
    func undecided(_ answer: Response, _ cause: CauseID) async {
        let script = Script { request in
            guard request.headers["Authorization"] == nil else { return answer }
            return Response(status: 200, body: Array("{\"typeId\":\"confluence\",\"version\":\"9.2.0\"}".utf8))
        }
        let report = await Patient.diagnose(configuration(), send: script.send)
        #expect(report.verdict == .problem, "\(report.summary)")
        #expect(report.causes.first?.id == cause, "\(report.summary)")
        #expect(script.sent.withLock { $0.count { $0.headers["Authorization"] != nil } } == 1)
    }

    @Test("an answer that says nothing leaves it undecided")
    func nothingSaid() async {
        let script = Script { request in
            guard request.headers["Authorization"] == nil else { return Response(status: 418) }
            return Response(status: 200, body: Array("{\"typeId\":\"confluence\",\"version\":\"9.2.0\"}".utf8))
        }
        let report = await Patient.diagnose(configuration(), send: script.send)
        #expect(report.verdict == .undecided, "\(report.summary)")
        #expect(report.notes.contains { $0.hasPrefix("not decided") })
    }

    @Test("offline nothing is sent, and what the configuration shows is still said")
    func offline() async {
        let script = Script { _ in Response(status: 200) }
        var options = DiagnosisOptions()
        options.offline = true
        var sick = configuration()
        sick.credential.apiKey = Secret(Self.canary + "\n")
        let report = await Patient.diagnose(sick, options, send: script.send)
        #expect(report.causes.first?.id == .whitespace, "\(report.summary)")
        #expect(report.causes.first?.isProven == false)
        #expect(script.sent.withLock { $0.isEmpty })
    }

    @Test(
        "offline a slip in the secret, the key or the address is named, and what may be meant is not",
        arguments: [
            ("Bearer \(canary)", "DOCS", "/wiki", CauseID.schemeInSecret),
            ("\"\(canary)\"", "DOCS", "/wiki", .quoted), (canary, "[DOCS]", "/wiki", .spaceKeyCharacters),
            (canary, "DOCS", "/wiki/spaces/DOCS/overview", .basePath), (canary, "DOCS", "/wiki", nil),
        ] as [(String, String, String, CauseID?)])
    func slipsOffline(secret: String, key: String, path: String, cause: CauseID?) async {
        var options = DiagnosisOptions()
        options.offline = true
        var sick = configuration()
        sick.credential.baseURL = "https://acme.atlassian.net\(path)"
        sick.credential.apiKey = Secret(secret)
        sick.spaceKey = key
        let report = await Patient.diagnose(sick, options, send: Script { _ in Response(status: 200) }.send)
        #expect(report.causes.map(\.id) == (cause.map { [$0] } ?? []), "\(report.summary)")
        #expect(report.verdict == (cause == nil ? .undecided : .problem))
        #expect(report.causes.allSatisfy { !$0.isProven && $0.confidence >= 0.6 })
    }

    @Test("neither the budget nor the limit of failed logins is passed", arguments: [0, 1, 2, 3])
    func limits(budget: Int) async throws {
        var patient = try Patient(.cloud)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        patient.options = DiagnosisOptions(budget: budget, maxFailedLogins: 0)
        let report = await patient.diagnose()
        #expect(report.requests <= budget)
        #expect(report.failedLogins == 0)
        #expect(report.verdict != .healthy)
        #expect(patient.site.journal.allSatisfy { $0.stage != .authentication })
    }
}
