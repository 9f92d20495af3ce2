import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Bad certificates without a socket")
struct CertificateFaultTests {
    @Test(
        "a client in the process meets them over https alone, in the words of OpenSSL",
        arguments: ConfluenceSite.Acme.allCases,
        [
            ("expired-certificate", "certificate has expired"), ("self-signed-certificate", "self-signed certificate"),
            ("wrong-host-certificate", "Hostname mismatch"), ("old-protocol", "protocol version"),
        ])
    func met(kind: ConfluenceSite.Acme, fault: (name: String, words: String)) async throws {
        let site = try ConfluenceSite.acme(kind) { $0.faults = [.readyMade(fault.name)] }
        var request = try site.request("/rest/api/content/98311", as: "reader-bot")
        #expect(try await site.simulator.send(request).status == 200)
        request.url.scheme = "https"
        let failure = await #expect(throws: TransportFailure.self) { try await site.simulator.send(request) }
        guard case .tls(site.definition.host, let reason) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains(fault.words))
        try site.clearFaults()
        #expect(try await site.simulator.send(request).status == 200)
    }
}
