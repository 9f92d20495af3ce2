import ConfluenceTesting
import ConfluenceWire
import Simulator
import SimulatorServer
import Testing

@Suite("Connections that come to nothing", .timeLimit(.minutes(5)))
struct RefusedConnectionTests {
    private static func request(_ site: ConfluenceSite) throws -> Request {
        try site.request("/rest/api/content/98311", as: "mira").secured
    }

    @Test("a tunnel to a host that is not simulated is refused, and nobody there is called")
    func unknownHost() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await Canary.listening { canary in
            try await SecureSites.serving([site]) { secure in
                let port = try #require(secure.server.proxyPort)
                // A name of this machine that no simulated site has: whoever forwarded would end at the canary.
                let wish = "CONNECT 0.0.0.0:\(canary.port) HTTP/1.1\r\nHost: 0.0.0.0\r\n\r\n"
                let answer = try await RawClient.talk(toPort: port, wish)
                #expect(answer.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
                #expect(answer.contains("0.0.0.0 is not simulated here, and nothing is passed on to real hosts"))
                #expect(answer.contains("acme.atlassian.net"))
                let trouble = await secure.nextTrouble()
                #expect(trouble?.host == "0.0.0.0")
                #expect(trouble?.reason == .notSimulated)
                // Loopback means the simulator, whatever listens at that port.
                let local =
                    "CONNECT 127.0.0.1:\(canary.port) HTTP/1.1\r\n\r\nGET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                #expect(try await RawClient.talk(toPort: port, local).contains("AtlassianEdge"))
            }
            #expect(canary.count == 0)
        }
    }

    @Test("a client that does not trust the CA fails, and whoever runs the simulator is told so once")
    func untrusted() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await SecureSites.serving([site]) { secure in
            let request = try Self.request(site)
            for _ in 0..<2 {
                let failure = await #expect(throws: TransportFailure.self) {
                    try await secure.send(request, trusting: false)
                }
                guard case .tls("acme.atlassian.net", let reason) = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect(reason.contains("unknown authority"))
            }
            #expect(await secure.nextTrouble()?.reason == .untrusted)
            #expect(site.journal.isEmpty)
            // The second attempt told nothing: what comes next is about another host.
            let port = try #require(secure.server.proxyPort)
            _ = try await RawClient.talk(toPort: port, "CONNECT other.example:443 HTTP/1.1\r\n\r\n")
            #expect(await secure.nextTrouble()?.host == "other.example")
        }
    }

    static let sent: [(sent: [UInt8], told: String)] = [
        (Array("not TLS at all".utf8), "not TLS"),
        (Array("GET / HTTP/1.1\r\nHost: acme.atlassian.net\r\n\r\n".utf8), "plain HTTP"),
        ([22, 3, 1, 255, 255], ""),
        ([22, 3, 1, 0, 5, 1, 0, 0, 1, 0], ""),
        ([], ""),
    ]

    @Test("rubbish in a tunnel ends that tunnel alone", arguments: sent)
    func rubbish(sent: [UInt8], told: String) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await SecureSites.serving([site]) { secure in
            let port = try #require(secure.server.proxyPort)
            let wish = Array("CONNECT acme.atlassian.net:443 HTTP/1.1\r\n\r\n".utf8)
            let answer = try await RawClient.talk(toPort: port, [wish, sent], closing: true)
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
            if !told.isEmpty {
                let trouble = try #require(await secure.nextTrouble())
                #expect(trouble.host == "acme.atlassian.net")
                #expect(trouble.description.contains(told), "\(trouble)")
            }
            #expect(try await secure.send(Self.request(site)).status == 200)
        }
    }

    @Test(
        "a wish for a tunnel that can't be read is told so",
        arguments: [
            "CONNECT HTTP/1.1\r\n\r\n", "CONNECT acme.atlassian.net:99999 HTTP/1.1\r\n\r\n", "CONNECT a b c\r\n\r\n",
            "CONNECT https://acme.atlassian.net/ HTTP/1.1\r\n\r\n",
            "CONNECT a:443 HTTP/1.1\r\nX: \(String(repeating: "x", count: 20_000))",
        ])
    func unreadable(wish: String) async throws {
        try await SecureSites.serving([try ConfluenceSite.acme(.cloud)]) { secure in
            let answer = try await RawClient.talk(toPort: try #require(secure.server.proxyPort), wish)
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(answer)")
        }
    }

    @Test("a wish for a tunnel may come byte by byte, and what follows it in the same packet is kept")
    func byteByByte() async throws {
        try await SecureSites.serving([try ConfluenceSite.acme(.cloud)]) { secure in
            let port = try #require(secure.server.proxyPort)
            let text = "CONNECT acme.atlassian.net:80 HTTP/1.1\r\nHost: a\r\n\r\n"
            let request = "GET /_edge/tenant_info HTTP/1.1\r\nHost: acme.atlassian.net\r\nConnection: close\r\n\r\n"
            for parts in [(text + request).utf8.map { [$0] }, [Array((text + request).utf8)]] {
                let answer = try await RawClient.talk(toPort: port, parts)
                #expect(answer.contains("cloudId"), "\(answer)")
            }
        }
    }

    @Test("the server stops while clients hold connections open and say nothing")
    func stopping() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await SecureSites.serving([site]) { secure in
                let port = try #require(secure.server.proxyPort)
                for text in ["", "CONNECT", "CONNECT acme.atlassian.net:443 HTTP/1.1\r\n\r\n"] {
                    group.addTask { _ = try await RawClient.talk(toPort: port, text) }
                }
                #expect(try await secure.send(Self.request(site)).status == 200)
            }
            // Each of them sees the end of its connection.
            try await group.waitForAll()
        }
    }
}
