import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import SimulatorServer
import Testing

@Suite("What stands in the place of another site, read off the socket")
struct RelayTests {
    @Test("who would rather speak HTTP/2 is answered, and told to come anew", arguments: ConfluenceSite.Acme.allCases)
    func upgrade(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let host = site.definition.host
        let server = try await RelayServer.start(to: [host], options: .init()) { asked in
            #expect(asked.head.headers["HTTP2-Settings"] == nil)
            return StreamedResponse(whole: site.simulator.respond(to: asked.head))
        }
        let request = """
            GET \(site.definition.contextPath)/rest/api/content/98311 HTTP/1.1
            Host: \(host)
            Authorization: \(try site.authorization(of: "mira"))
            Connection: Upgrade, HTTP2-Settings
            Upgrade: h2c
            HTTP2-Settings: AAEAAEAA


            """
        let answer = try await RawClient.talk(toPort: server.port, request.replacing("\n", with: "\r\n"))
        await server.stop()
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(answer.lowercased().contains("connection: close\r\n"))
        #expect(answer.contains(#""id":"98311""#))
    }
}
