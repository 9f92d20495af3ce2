import ConfluenceTesting
import ConfluenceTestingServer
import ConfluenceWire
import LiveTransport
import Testing

@Suite("A site that listens", .confluence(.dataCenter("9.2.0")))
struct ListeningTests {
    @Test("answers a client at its own port, for each case anew", .listening, arguments: 1...2)
    func listening(number: Int) async throws {
        let site = try ConfluenceSite.current
        let address = try WebAddress(parsing: try site.localURL).appending("/rest/api/content/98311")
        let token = try site.authorization(of: "reader-bot")
        let transport = LiveTransport()
        let answer = try? await transport.send(Request(.get, address, headers: ["Authorization": token]))
        await transport.shutdown()
        #expect(answer?.status == 200)
        site.expectCalls { Call(.get, "/rest/api/content/{id}", status: 200, by: "reader-bot") }
    }

    @Test("asking for the address of one that does not says how it would")
    func silent() throws {
        let site = try ConfluenceSite.current
        let error = #expect(throws: ConfluenceSite.Unknown.self) { try site.localURL }
        #expect(
            error?.description == """
                this test's site listens at no port: put .listening behind the trait that gives the site, as in \
                @Test(.confluence(.cloud), .listening)
                """)
    }
}
