import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("Answers are read as the toolkit's client reads them")
struct ClientHabitsTests {
    /// A balancer that lets nobody pass who does not bring the cookie that it hands out.
    private static let balancer = Ailment.Way { send in
        { request in
            guard request.headers["Cookie"]?.contains("LB=1") != true else { return try await send(request) }
            return Response(
                status: 302, headers: ["Location": request.url.target, "Set-Cookie": "LB=1; Path=/; HttpOnly"])
        }
    }

    @Test("a balancer that wants its cookie back is no obstacle", arguments: ConfluenceSite.Acme.allCases)
    func cookie(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.through = Self.balancer
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.requests <= 12, "\(report.summary)")
    }

    @Test("who is sent in a circle without a cookie is asked no more", arguments: ConfluenceSite.Acme.allCases)
    func circle(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.through = Ailment.Way { _ in
            { request in Response(status: 302, headers: ["Location": request.url.target]) }
        }
        let report = await patient.diagnose()
        #expect(report.verdict == .problem, "\(report.summary)")
        #expect(report.requests <= 12, "\(report.summary)")
    }

    @Test("a byte order mark before the JSON makes text of it for that client", arguments: ConfluenceSite.Acme.allCases)
    func mark(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.through = Ailment.Way { send in
            { request in
                var response = try await send(request)
                guard response.headers["Content-Type"]?.contains("json") == true else { return response }
                response.body = [0xEF, 0xBB, 0xBF] + response.body
                return response
            }
        }
        let report = await patient.diagnose()
        #expect(report.verdict == .problem, "\(report.summary)")
        #expect(
            report.causes.contains { $0.evidence.contains { $0.text.contains("byte order mark") } }, "\(report.summary)"
        )
        #expect(!report.causes.contains { $0.isProven }, "\(report.summary)")
    }
}
