import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import LiveTransport
import Simulator
import SimulatorServer
import Testing

@Suite("What is wrong with a certificate is told over a real connection")
struct CertificateCauseTests {
    /// How the doctor gets to the site.
    enum Way: CaseIterable {
        case direct
        /// Through a tunnel of an HTTP proxy, to the site's own name.
        case tunnel
    }

    private static let faults: [(fault: String, cause: CauseID, words: String)] = [
        ("expired-certificate", .certificateExpired, "it was valid until"),
        ("self-signed-certificate", .certificateUntrusted, "self-signed"),
        ("wrong-host-certificate", .certificateWrongHost, "the certificate is for "),
        ("old-protocol", .tlsVersion, "PROTOCOL"),
    ]

    @Test("each fault of a certificate has its cause and its facts", arguments: faults, Way.allCases)
    func cause(_ test: (fault: String, cause: CauseID, words: String), _ way: Way) async throws {
        let report = try await Self.diagnose(by: way) { $0.faults = [.readyMade(test.fault)] }
        let first = try #require(report.causes.first, "\(report.notes)")
        #expect(first.id == test.cause, "\(report.causes.map(\.explanation))")
        #expect(first.isProven)
        #expect(first.evidence.contains { $0.text.contains(test.words) }, "\(first.evidence)")
        // The library's own words name places in its sources.
        #expect(!first.evidence.contains { $0.text.contains("/") }, "\(first.evidence)")
        #expect(report.requests == 1)
    }

    @Test("with the authority's certificate and no fault, nothing is wrong", arguments: Way.allCases)
    func healthy(_ way: Way) async throws {
        let report = try await Self.diagnose(by: way) { _ in }
        #expect(report.verdict == .healthy, "\(report.causes.map(\.explanation))")
    }

    @Test(
        "without the authority's certificate, it is not trusted, and a proxy may be to blame", arguments: Way.allCases)
    func untrusted(_ way: Way) async throws {
        let report = try await Self.diagnose(by: way, trusting: false) { _ in }
        #expect(report.causes.first?.id == .certificateUntrusted, "\(report.causes.map(\.explanation))")
        #expect(report.causes.contains { $0.id == .proxyInterception })
    }

    private static func diagnose(
        by way: Way, trusting: Bool = true, _ change: (inout SiteDefinition) -> Void
    ) async throws -> DiagnosisReport {
        let authority = try CertificateAuthority(now: { Date() })
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
        try Data(authority.pem.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let site = try ConfluenceSite.acme(.dataCenter, changing: change)
        var options = SimulatorServer.Options()
        options.secure = SimulatorServer.Secure(
            authority: authority, proxyPort: way == .tunnel ? 0 : nil, onMainPort: way == .direct)
        let server = try await SimulatorServer.start([site.simulator], options: options)
        let proxy = server.proxyPort.map { WebAddress(scheme: "http", host: "127.0.0.1", port: $0) }
        let transport = LiveTransport(timeout: .seconds(600), proxy: proxy, caFile: trusting ? file.path : nil)
        let base = way == .direct ? "https://127.0.0.1:\(server.port)" : "https://\(site.definition.host)"
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "\(base)/confluence", hosting: .server,
                token: Secret(try site.token("reader-bot-token"))),
            spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
        let report = await Doctor(send: transport.send, now: { .now }).diagnose(configuration)
        await transport.shutdown()
        await server.stop()
        return report
    }
}
