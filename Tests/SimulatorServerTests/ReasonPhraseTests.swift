import ConfluenceTesting
import ConfluenceTestingServer
import ConfluenceWire
import LiveTransport
import Testing

@Suite("The phrase behind a status")
struct ReasonPhraseTests {
    private func reason(of site: ConfluenceSite) async throws -> String? {
        let address = try WebAddress(parsing: try site.localURL).appending("/rest/api/content/999")
        let authorization = try site.authorization(of: "mira")
        let transport = LiveTransport()
        let answer = try? await transport.send(Request(.get, address, headers: ["Authorization": authorization]))
        await transport.shutdown()
        return answer?.reason
    }

    @Test("is sent by Cloud", .confluence(.cloud), .listening)
    func cloud() async throws {
        #expect(try await reason(of: .current) == "Not Found")
    }

    @Test(
        "is missing on Data Center, and there again where a proxy answers", .confluence(.dataCenter("9.2.0")),
        .listening)
    func dataCenter() async throws {
        let site = try ConfluenceSite.current
        #expect(try await reason(of: site) == "")
        try site.put(fault: "bad-gateway")
        #expect(try await reason(of: site) == "Bad Gateway")
    }
}
