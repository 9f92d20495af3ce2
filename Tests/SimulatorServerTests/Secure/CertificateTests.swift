import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Synchronization
import Testing

@testable import SimulatorServer

@Suite("Certificates of a run")
struct CertificateTests {
    private static let words: [(FaultRule.CertificateFault, name: String, told: String)] = [
        (.expired, "expired-certificate", "certificate has expired"),
        (.selfSigned, "self-signed-certificate", "unknown authority"),
        (.wrongHost, "wrong-host-certificate", "hostname"),
        (.oldProtocol, "old-protocol", "PROTOCOL"),
    ]

    @Test("a fault put on while the site runs spoils new connections until it is cleared", arguments: words)
    func faults(kind: FaultRule.CertificateFault, name: String, told: String) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let other = try ConfluenceSite.acme(.dataCenter)
        try await SecureSites.serving([site, other]) { secure in
            func ask(_ site: ConfluenceSite) async throws -> Int {
                try await secure.send(try site.request("/rest/api/content/98311", as: "reader-bot").secured).status
            }
            #expect(try await ask(site) == 200)
            try site.simulator.perform(.putFault(.readyMade(name)))
            #expect(site.simulator.certificateFault == kind)
            let failure = await #expect(throws: TransportFailure.self) { try await ask(site) }
            guard case .tls("acme.atlassian.net", let reason) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(reason.lowercased().contains(told.lowercased()), "\(reason)")
            #expect(try await ask(other) == 200)
            try site.simulator.perform(.clearFault(name))
            #expect(try await ask(site) == 200)
        }
    }

    @Test("the gateway has a fault only where all sites behind it have it")
    func gatewayFault() throws {
        let first = try ConfluenceSite.acme(.cloud)
        let second = try ConfluenceSite.acme(.cloud) { $0.host = "other.atlassian.net" }
        let desk = CertificateDesk(
            authority: try CertificateAuthority(now: { Date() }), simulators: [first.simulator, second.simulator])
        try second.simulator.perform(.putFault(.readyMade("expired-certificate")))
        #expect(desk.fault(at: "OTHER.atlassian.net") == .expired)
        #expect(desk.fault(at: "acme.atlassian.net") == nil)
        #expect(desk.fault(at: "api.atlassian.com") == nil)
        #expect(desk.fault(at: "127.0.0.1") == nil)
        try first.simulator.perform(.putFault(.readyMade("expired-certificate")))
        #expect(desk.fault(at: "api.atlassian.com") == .expired)
        #expect(desk.fault(at: "127.0.0.1") == .expired)
    }

    @Test("certificates are renewed in time by the real clock, whatever the site's clock says")
    func renewal() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let clock = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        let authority = try CertificateAuthority(now: { clock.withLock(\.self) })
        let desk = CertificateDesk(authority: authority, simulators: [site.simulator])
        let context = try desk.context(for: "acme.atlassian.net")
        #expect(try desk.context(for: "acme.atlassian.net") === context)
        try site.simulator.perform(.advanceClock(seconds: 400 * 24 * 60 * 60))
        #expect(try desk.context(for: "acme.atlassian.net") === context)
        clock.withLock { $0 += 61 * 24 * 60 * 60 }
        #expect(try desk.context(for: "acme.atlassian.net") !== context)
    }

    @Test("what is given to clients holds the certificate alone, and is another one each time")
    func pem() throws {
        let first = try CertificateAuthority(now: { Date() })
        #expect(first.pem.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        #expect(first.pem.hasSuffix("\n-----END CERTIFICATE-----\n"))
        #expect(!first.pem.contains("KEY"))
        #expect(try CertificateAuthority(now: { Date() }).pem != first.pem)
    }
}
