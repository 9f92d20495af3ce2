import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("What stands in front of a site is told by its own words")
struct FrontsTests {
    @Test("its cause stands first, and no login fails for it", arguments: Front.all, ConfluenceSite.Acme.allCases)
    func first(_ front: Front, _ site: ConfluenceSite.Acme) async throws {
        guard front.sites.contains(site) else { return }
        let report = try await front.report(on: site)
        #expect(report.causes.first.map { front.causes.contains($0.id) } == true, "\(report.summary)")
        #expect(report.verdict == .problem)
        #expect(report.failedLogins == 0)
    }

    @Test("six requests at the median, and twelve at most", arguments: ConfluenceSite.Acme.allCases)
    func requests(_ site: ConfluenceSite.Acme) async throws {
        var requests: [Int] = []
        for front in Front.all where front.sites.contains(site) {
            requests.append(try await front.report(on: site).requests)
        }
        requests.sort()
        #expect(requests[requests.count / 2] <= 6, "\(requests)")
        #expect(requests.last ?? 0 <= 12, "\(requests)")
    }

    /// What stops strangers, and lets pass whoever shows a credential.
    private static let strangers: [Response] = [
        Response(status: 302, headers: ["Location": "https://sso.acme.example/realms/a/protocol/saml?SAMLRequest=fZJ"]),
        Response(status: 302, headers: ["Location": "/login.action?os_destination=%2Frest&permissionViolation=true"]),
        Response(
            status: 403, headers: ["Content-Type": "text/html"],
            body: Array("<html><title>Sign In</title><form action=\"/oauth2/start\"></form></html>".utf8)),
        Response(
            status: 401, headers: ["Content-Type": "text/html", "WWW-Authenticate": "Basic realm=\"Confluence\""],
            body: Array("<html><title>401 Authorization Required</title></html>".utf8)),
    ]

    /// The same in words of its own, which no list of signs holds; a secret is shown to it by TLS alone.
    private static let unknown: [Response] = [
        Response(status: 401),
        json(401, #"{"message":"Unauthorized"}"#), json(403, #"{"error":"forbidden"}"#),
    ]

    private static func json(_ status: Int, _ text: String) -> Response {
        Response(status: status, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
    }

    @Test("a front that stops only strangers is no trouble", arguments: strangers, ConfluenceSite.Acme.allCases)
    func strangersOnly(_ front: Response, _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.through = Self.stoppingStrangers(front)
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
    }

    @Test(
        "nor is one that stops them in words of its own", arguments: unknown, ConfluenceSite.Acme.allCases)
    func unknownWords(_ front: Response, _ site: ConfluenceSite.Acme) async throws {
        let report = try await Self.secure(Patient(site), behind: front).diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("behind such words, too, a credential that is not taken is told", arguments: unknown)
    func revokedBehindUnknown(_ front: Response) async throws {
        var patient = try Patient(.dataCenter)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        let report = try await Self.secure(patient, behind: front).diagnose()
        #expect(report.causes.first?.id == .tokenRevoked, "\(report.summary)")
    }

    @Test("without TLS no secret is shown to what nobody knows", arguments: unknown)
    func secretKept(_ front: Response) async throws {
        var patient = try Patient(.dataCenter)
        patient.through = Ailment.Way { _ in
            {
                #expect($0.headers["Authorization"] == nil)
                return front
            }
        }
        _ = await patient.diagnose()
    }

    @Test("behind such a front a credential that is not taken is told as anywhere", arguments: strangers)
    func revokedBehind(_ front: Response) async throws {
        var patient = try Patient(.dataCenter)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        patient.through = Self.stoppingStrangers(front)
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .tokenRevoked, "\(report.summary)")
        #expect(!report.causes.contains { $0.id == .loginInFront }, "\(report.summary)")
    }

    @Test("strangers alone may be sent to another host", arguments: ConfluenceSite.Acme.allCases, [301, 308])
    func strangersSentAway(_ site: ConfluenceSite.Acme, _ status: Int) async throws {
        let away = Response(status: status, headers: ["Location": "https://portal.acme.example/"])
        let report = try await Self.secure(Patient(site), behind: away).diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
    }

    @Test("a front that speaks of the token has read it, and is no firewall")
    func tokenRead() async throws {
        var patient = try Patient(.dataCenter)
        let stranger = Response(status: 403, body: Array("RBAC: access denied".utf8))
        let known = Response(
            status: 401, headers: ["WWW-Authenticate": "Bearer realm=\"wiki\", error=\"invalid_token\""],
            body: Array("Jwt is not in the form of Header.Payload.Signature".utf8))
        patient.through = Ailment.Way { _ in { $0.headers["Authorization"] == nil ? stranger : known } }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .loginInFront, "\(report.summary)")
    }

    private static func secure(_ patient: Patient, behind front: Response) throws -> Patient {
        var patient = patient
        patient.configuration.credential.baseURL.replace("http://", with: "https://")
        patient.through = Ailment.Way { send in
            { $0.headers["Authorization"] == nil ? front : try await send($0.plain) }
        }
        return patient
    }

    private static func stoppingStrangers(_ front: Response) -> Ailment.Way {
        Ailment.Way { send in { $0.headers["Authorization"] == nil ? front : try await send($0) } }
    }
}
