import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import Diagnosis
import Foundation
import LiveTransport
import Simulator
import SimulatorServer
import Testing

@Suite("What is wrong with a certificate is told over a real connection")
struct CertificateCauseTests {
    @Test(
        "each fault of a certificate has its cause",
        arguments: [
            ("expired-certificate", CauseID.certificateExpired), ("self-signed-certificate", .certificateUntrusted),
            ("wrong-host-certificate", .certificateWrongHost), ("old-protocol", .tlsVersion),
        ])
    func cause(fault: String, cause: CauseID) async throws {
        let report = try await Self.diagnose { $0.faults = [.readyMade(fault)] }
        #expect(report.causes.first?.id == cause, "\(report.causes.map(\.explanation))")
        #expect(report.causes.first?.isProven == true)
        #expect(report.requests == 1)
    }

    @Test("with the authority's certificate and no fault, nothing is wrong")
    func healthy() async throws {
        let report = try await Self.diagnose { _ in }
        #expect(report.verdict == .healthy, "\(report.causes.map(\.explanation))")
    }

    @Test("without the authority's certificate, it is not trusted, and a proxy may be to blame")
    func untrusted() async throws {
        let report = try await Self.diagnose(trusting: false) { _ in }
        #expect(report.causes.first?.id == .certificateUntrusted, "\(report.causes.map(\.explanation))")
        #expect(report.causes.contains { $0.id == .proxyInterception })
    }

    private static func diagnose(
        trusting: Bool = true, _ change: (inout SiteDefinition) -> Void
    ) async throws -> DiagnosisReport {
        let authority = try CertificateAuthority(now: { Date() })
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
        try Data(authority.pem.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let site = try ConfluenceSite.acme(.dataCenter, changing: change)
        var options = SimulatorServer.Options()
        options.secure = SimulatorServer.Secure(authority: authority, proxyPort: nil, onMainPort: true)
        let server = try await SimulatorServer.start([site.simulator], options: options)
        let transport = LiveTransport(timeout: .seconds(30), caFile: trusting ? file.path : nil)
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://127.0.0.1:\(server.port)/confluence", hosting: .server,
                token: Secret(try site.token("reader-bot-token"))),
            spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
        let report = await Doctor(send: transport.send, now: { .now }).diagnose(configuration)
        await transport.shutdown()
        await server.stop()
        return report
    }
}
