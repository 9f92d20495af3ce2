import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("A site that treats strangers oddly is judged by what it says to those who show a credential")
struct StrangersTests {
    /// What a stranger meets.
    struct Welcome: Sendable, CustomTestStringConvertible {
        let name: String
        /// What it is called where everybody meets it.
        let cause: CauseID
        let answer: @Sendable () throws -> Response
        var testDescription: String { name }

        init(_ name: String, _ cause: CauseID, _ answer: @escaping @Sendable () throws -> Response) {
            self.name = name
            self.cause = cause
            self.answer = answer
        }
    }

    private static func closed(_ word: String) -> TransportFailure {
        .malformedAnswer(
            host: "wiki.acme.example", reason: "the connection was \(word) before the answer was complete")
    }

    private static func page(_ status: Int, _ title: String) -> Response {
        Response(
            status: status, headers: ["Content-Type": "text/html"],
            body: Array("<html><title>\(title)</title></html>".utf8))
    }

    static let welcomes: [Welcome] = [
        Welcome("hung up on", .connectionDropped) { throw closed("closed") },
        Welcome("reset", .connectionDropped) { throw closed("reset") },
        Welcome("kept waiting", .timedOut) { throw TransportFailure.timedOut(host: "wiki.acme.example", seconds: 10) },
        Welcome("503", .serverError) { page(503, "Service Unavailable") },
        Welcome("502", .serverError) { page(502, "Bad Gateway") },
        Welcome("429", .rateLimited) { Response(status: 429, headers: ["Retry-After": "600"]) },
        Welcome("maintenance", .maintenance) { page(503, "Planned maintenance") },
        Welcome("a page with 404", .notConfluence) { page(404, "Nothing here") },
        Welcome("data with 404", .notConfluence) {
            Response(
                status: 404, headers: ["Content-Type": "application/json"], body: Array(#"{"error":"not found"}"#.utf8))
        },
        Welcome("204", .notConfluence) { Response(status: 204) },
        Welcome("nothing with 200", .notConfluence) { Response(status: 200) },
        Welcome("a start page", .notConfluence) { page(200, "Acme's start page") },
        Welcome("sent to the company's pages", .notConfluence) {
            Response(status: 302, headers: ["Location": "https://www.acme.example/"])
        },
    ]

    @Test("healthy, where the credential is taken", arguments: welcomes, ConfluenceSite.Acme.allCases)
    func healthy(_ welcome: Welcome, _ site: ConfluenceSite.Acme) async throws {
        // Of Atlassian's own hosts it is known how they answer strangers.
        guard site == .dataCenter || welcome.cause != .notConfluence else { return }
        let report = try await Self.secure(Patient(site), for: welcome).diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.failedLogins == 0)
        #expect(report.requests <= 9, "\(report.summary)")
    }

    @Test("a credential that is not taken is told as anywhere", arguments: welcomes)
    func revoked(_ welcome: Welcome) async throws {
        var patient = try Patient(.dataCenter)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        let report = try await Self.secure(patient, for: welcome).diagnose()
        #expect(report.causes.first?.id == .tokenRevoked, "\(report.summary)")
    }

    @Test("a password that is not taken is counted, and sent once", arguments: welcomes)
    func wrongPassword(_ welcome: Welcome) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "no-password-of-anybody-1")
        let shown = Mutex(0)
        patient.configuration.credential.baseURL.replace("http://", with: "https://")
        patient.through = Ailment.Way { send in
            { request in
                guard let header = request.headers["Authorization"] else { return try welcome.answer() }
                if header.hasPrefix("Basic") { shown.withLock { $0 += 1 } }
                return try await send(request.plain)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id.family == "credential", "\(report.summary)")
        #expect(report.failedLogins == 1, "\(report.summary)")
        #expect(shown.withLock { $0 } == 1)
    }

    @Test(
        "what meets everybody is called what it is, once the credential was shown there by TLS",
        arguments: welcomes, ["https", "http"])
    func everybody(_ welcome: Welcome, _ scheme: String) async throws {
        let sent = Mutex<[Request]>([])
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "\(scheme)://wiki.acme.example", hosting: .server, token: Secret("canary-5d1f0e7ac2")))
        let report = await Patient.diagnose(configuration) { request in
            sent.withLock { $0.append(request) }
            return try welcome.answer()
        }
        #expect(report.causes.first?.id == welcome.cause, "\(report.summary)")
        #expect(!report.texts.contains("canary-5d1f0e7ac2"))
        let requests = sent.withLock { $0 }
        #expect(requests.allSatisfy { $0.url.host == "wiki.acme.example" && $0.url.scheme == scheme })
        #expect(requests.count { $0.headers["Authorization"] != nil } == (scheme == "https" ? 1 : 0))
    }

    @Test("a name, a certificate or a network that lets nobody through sees no secret")
    func kept() async {
        let ways: [@Sendable () throws -> Response] = [
            { throw TransportFailure.nameNotResolved(host: "wiki.acme.example") },
            { throw TransportFailure.tls(host: "wiki.acme.example", reason: "certificate has expired") },
            { throw TransportFailure.proxy(reason: "it would not open a connection") },
            { Response(status: 511) }, { Self.page(200, "Guest WiFi") }, { Self.page(503, "Zscaler") },
            {
                Response(
                    status: 302,
                    headers: ["Location": "http://login.hotspot.example/guest?orig=https://wiki.acme.example/"])
            },
            { Response(status: 200, headers: ["X-Jenkins": "2.4"]) },
            { Response(status: 200, body: Array(#"{"typeId":"jira","version":"9.12.5"}"#.utf8)) },
        ]
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", token: Secret("canary-5d1f0e7ac2")))
        for way in ways {
            let report = await Patient.diagnose(configuration) { request in
                #expect(request.headers["Authorization"] == nil)
                return try way()
            }
            #expect(report.verdict == .problem, "\(report.summary)")
        }
    }

    @Test("a cookie of one's own goes along with the credential", arguments: ConfluenceSite.Acme.allCases)
    func ownCookie(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.customHeaders = [.init(name: "Cookie", value: Secret("MRHSession=0f3c77aa91"))]
        patient.through = Ailment.Way { send in
            { request in
                guard request.headers["Cookie"] == "MRHSession=0f3c77aa91" else {
                    return Response(status: 302, headers: ["Location": "/my.policy"])
                }
                var passed = request
                passed.headers["Cookie"] = nil
                return try await send(passed)
            }
        }
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(!report.texts.contains("0f3c77aa91"))
    }

    private static func secure(_ patient: Patient, for welcome: Welcome) throws -> Patient {
        var patient = patient
        patient.configuration.credential.baseURL.replace("http://", with: "https://")
        patient.through = Ailment.Way { send in
            { $0.headers["Authorization"] == nil ? try welcome.answer() : try await send($0.plain) }
        }
        return patient
    }
}
