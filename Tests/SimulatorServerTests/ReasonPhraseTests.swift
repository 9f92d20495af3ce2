import ConfluenceTesting
import ConfluenceTestingServer
import ConfluenceWire
import Testing

/// Read off the socket: the libraries of clients in Swift know a usual status by its number alone.
@Suite("The phrase behind a status")
struct ReasonPhraseTests {
    private func statusLine(of site: ConfluenceSite) async throws -> String {
        let address = try WebAddress(parsing: try site.localURL)
        let answer = try await RawClient.talk(
            toPort: try #require(address.port),
            """
            GET \(address.path)/rest/api/content/999 HTTP/1.1\r
            Host: \(address.authority)\r
            Authorization: \(try site.authorization(of: "mira"))\r
            Connection: close\r
            \r

            """)
        return String(answer.prefix { $0 != "\r\n" })
    }

    @Test("is sent by Cloud", .confluence(.cloud), .listening)
    func cloud() async throws {
        #expect(try await statusLine(of: .current) == "HTTP/1.1 404 Not Found")
    }

    @Test(
        "is missing on Data Center, and there again where a proxy answers", .confluence(.dataCenter("9.2.0")),
        .listening)
    func dataCenter() async throws {
        let site = try ConfluenceSite.current
        #expect(try await statusLine(of: site) == "HTTP/1.1 404 ")
        try site.put(fault: "bad-gateway")
        #expect(try await statusLine(of: site) == "HTTP/1.1 502 Bad Gateway")
    }
}
