import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import LiveTransport
import Simulator
import SimulatorServer
import Testing

@Suite("Simulated sites on a port")
struct SimulatorServerTests {
    private static let page = "/rest/api/content/98311"

    /// Runs sites on a free port, with a transport that reaches them, for as long as the body takes.
    private func serving(
        _ sites: [ConfluenceSite],
        asProxy: Bool = false,
        _ body: (_ port: Int, _ send: @escaping Send) async throws -> Void
    ) async throws {
        let server = try await SimulatorServer.start(sites.map(\.simulator))
        let proxy = asProxy ? WebAddress(scheme: "http", host: "127.0.0.1", port: server.port) : nil
        let transport = LiveTransport(timeout: .seconds(600), proxy: proxy)
        do {
            try await body(server.port, transport.send)
        } catch {
            await transport.shutdown()
            await server.stop()
            throw error
        }
        await transport.shutdown()
        await server.stop()
    }

    /// The request as a client sends it that was told the port instead of the site's name.
    private func local(_ request: Request, port: Int) -> Request {
        var request = request
        request.url.host = "127.0.0.1"
        request.url.port = port
        return request
    }

    @Test("a page is read over a socket, byte for byte as in process", arguments: ConfluenceSite.Acme.allCases)
    func readsPage(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await serving([site]) { port, send in
            let request = local(
                try site.request(Self.page, query: [QueryItem("expand", "body.view")], as: "reader-bot"), port: port)
            let answer = try await send(request)
            #expect(answer.status == 200)
            #expect(answer.headers["Content-Length"] == String(answer.body.count))
            #expect(try JSONReader.read(answer.body)["title"] == "Refund policy")
            #expect(answer.body == site.simulator.respond(to: request).body)
        }
    }

    @Test("a revoked token is refused as that deployment refuses it", arguments: ConfluenceSite.Acme.allCases)
    func revokedToken(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await serving([site]) { port, send in
            var request = local(try site.request(Self.page), port: port)
            request.headers["Authorization"] = try site.authorization(of: "reader-bot", token: "reader-bot-revoked")
            let answer = try await send(request)
            #expect(answer.status == (kind == .cloud ? 403 : 404))
            #expect(answer == withoutFraming(answer, like: site.simulator.respond(to: request)))
        }
    }

    /// The in-process answer with what only a socket needs, and what a client makes of a status, taken from the other.
    private func withoutFraming(_ socket: Response, like inProcess: Response) -> Response {
        var expected = inProcess
        if expected.headers["Content-Length"] == nil, let length = socket.headers["Content-Length"] {
            expected.headers.add("Content-Length", length)
        }
        expected.reason = socket.reason
        return expected
    }

    @Test("HEAD has no body, and leaves the connection fit for the next request")
    func head() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try await serving([site]) { port, send in
            var request = local(try site.request(Self.page, as: "reader-bot"), port: port)
            request.method = .head
            let answer = try await send(request)
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            request.method = .get
            let whole = try await send(request)
            #expect(whole.text.hasPrefix("{"))
            #expect(answer.headers["Content-Length"] == String(whole.body.count))
        }
    }

    // MARK: As a proxy

    @Test("as a forward proxy, each site answers under its own name", arguments: ConfluenceSite.Acme.allCases)
    func forwardProxy(kind: ConfluenceSite.Acme) async throws {
        let sites = try ConfluenceSite.Acme.allCases.map { try ConfluenceSite.acme($0) }
        let site = try ConfluenceSite.acme(kind)
        try await serving(sites, asProxy: true) { _, send in
            let request = try site.request(Self.page, as: "reader-bot")
            #expect(request.url.host == site.definition.host)
            let answer = try await send(request)
            #expect(answer.status == 200)
            #expect(answer.text.contains("http://\(site.definition.host)\(site.definition.contextPath)"))
        }
    }

    @Test("a host that is not simulated is refused, never asked")
    func unknownHost() async throws {
        try await serving([try ConfluenceSite.acme(.cloud)], asProxy: true) { port, send in
            // The host is the very port that answers: were the request passed on, it would come back as Confluence's.
            let url = WebAddress(scheme: "http", host: "wiki.other.example", port: port, path: "/wiki/rest/api/space")
            let answer = try await send(Request(.get, url))
            #expect(answer.status == 502)
            #expect(answer.headers["Content-Type"] == "text/plain; charset=utf-8")
            #expect(answer.text.contains("wiki.other.example is not simulated here"))
            #expect(answer.text.contains("acme.atlassian.net"))
        }
    }

    @Test("a tunnel for HTTPS is refused")
    func tunnel() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await serving([site], asProxy: true) { _, send in
            var request = try site.request(Self.page)
            request.url.scheme = "https"
            await #expect(
                throws: TransportFailure.proxy(reason: "it would not open a connection to acme.atlassian.net")
            ) {
                try await send(request)
            }
            #expect(site.journal.isEmpty)
        }
    }

    // MARK: Life of the server

    @Test("a port in use is named, with what to do")
    func portInUse() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await serving([site]) { port, _ in
            let error = await #expect(throws: SimulatorServerError.self) {
                try await SimulatorServer.start([site.simulator], options: .init(port: port))
            }
            #expect(error?.reason == .portInUse)
            #expect(error?.description.hasPrefix("port \(port) of 127.0.0.1 is in use") == true)
        }
    }

    @Test("an address of another machine is named")
    func foreignAddress() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let error = await #expect(throws: SimulatorServerError.self) {
            try await SimulatorServer.start([site.simulator], options: .init(host: "192.0.2.1"))
        }
        #expect(error?.reason == .hostNotHere)
    }

    @Test("stopping gives the port back, with connections still open")
    func stop() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let transport = LiveTransport()
        let server = try await SimulatorServer.start([site.simulator])
        let request = local(try site.request(Self.page, as: "mira"), port: server.port)
        #expect(try await transport.send(request).status == 200)
        await server.stop()
        // Those who come anew: a client that was there may not have seen yet that its connection was closed.
        let newcomer = LiveTransport()
        await #expect(throws: TransportFailure.connectionRefused(host: "127.0.0.1", port: server.port)) {
            try await newcomer.send(request)
        }
        let second = try await SimulatorServer.start([site.simulator], options: .init(port: server.port))
        #expect(second.port == server.port)
        #expect(try await newcomer.send(request).status == 200)
        await second.stop()
        await transport.shutdown()
    }

    @Test("fifty clients at once each get their own answer")
    func concurrentClients() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let pages = [98305, 98310, 98311, 98312, 98313]
        try await serving([site]) { port, send in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<50 {
                    let page = pages[client % pages.count]
                    let request = local(try site.request("/rest/api/content/\(page)", as: "reader-bot"), port: port)
                    group.addTask {
                        let answer = try await send(request)
                        #expect(answer.status == 200)
                        #expect(try JSONReader.read(answer.body)["id"] == .string(String(page)))
                    }
                }
                try await group.waitForAll()
            }
            #expect(site.journal.count == 50)
        }
    }
}
