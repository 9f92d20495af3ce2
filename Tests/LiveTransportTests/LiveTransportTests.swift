import ConfluenceWire
import Diagnosis
import LiveTransport
import Testing

@Suite("The live transport")
struct LiveTransportTests {
    private static let ok = "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"

    /// Sends one request through a transport of its own.
    private func send(
        _ request: Request,
        timeout: Duration = .seconds(120),
        proxy: WebAddress? = nil,
        proxyLogin: BasicCredentials? = nil,
        caFile: String? = nil,
        maximumBody: Int = 1 << 20,
        environment: [String: String] = [:]
    ) async throws -> Response {
        let transport = LiveTransport(
            timeout: timeout, proxy: proxy, proxyLogin: proxyLogin, caFile: caFile, maximumBody: maximumBody,
            userAgent: "confluence-doctor/0.1", environment: environment
        )
        do {
            let response = try await transport.send(request)
            await transport.shutdown()
            return response
        } catch {
            await transport.shutdown()
            throw error
        }
    }

    private func address(_ server: RawServer, _ path: String = "/wiki") -> WebAddress {
        WebAddress(scheme: "http", host: "127.0.0.1", port: server.port, path: path)
    }

    // MARK: What is sent

    @Test("headers pass in their order; the transport adds its name and the compressions that it reads")
    func sendsHeadersAsGiven() async throws {
        try await RawServer.run(.text(Self.ok)) { server in
            let headers: Headers = ["Accept": "application/json", "X-One": "1", "x-one": "2"]
            _ = try await send(Request(.get, address(server, "/wiki/rest/api/space?limit=1"), headers: headers))
            let lines = try #require(server.requests.first).split(separator: "\r\n")
            #expect(lines.first == "GET /wiki/rest/api/space?limit=1 HTTP/1.1")
            #expect(
                lines.dropFirst().filter { !$0.lowercased().hasPrefix("host:") } == [
                    "Accept: application/json", "X-One: 1", "x-one: 2", "User-Agent: confluence-doctor/0.1",
                    "Accept-Encoding: deflate, gzip",
                ]
            )
        }
    }

    @Test(
        "a header that would not fit on one line is refused before anything is sent",
        arguments: ["a\r\nB: c", "a\n", "a\0"])
    func refusesBrokenHeaders(value: String) async throws {
        try await RawServer.run(.text(Self.ok)) { server in
            let request = Request(.get, address(server), headers: ["Authorization": value])
            let failure = await #expect(throws: TransportFailure.self) { try await send(request) }
            #expect(failure?.description.contains("Authorization") == true)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("a redirect is handed back, not followed")
    func doesNotFollowRedirects() async throws {
        try await RawServer.run(.text("HTTP/1.1 302 Found\nLocation: /login\nContent-Length: 0\n\n")) { server in
            let response = try await send(Request(.get, address(server)))
            #expect(response.status == 302)
            #expect(response.headers["location"] == "/login")
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "an answer of HTTP/1.0, which ends with its connection, is read whole",
        arguments: ["HTTP/1.0 200 OK\n\nhi", "HTTP/1.0 200 OK\nContent-Length: 2\n\nhi", "HTTP/1.1 200 OK\n\nhi"])
    func oldProtocol(answer: String) async throws {
        try await RawServer.run(.text(answer)) { server in
            let response = try await send(Request(.get, address(server)))
            #expect(response.status == 200)
            #expect(response.text == "hi")
        }
    }

    // MARK: What goes wrong

    @Test("a port where nothing listens is named")
    func refusedPort() async throws {
        let closed = try ClosedPort()
        let request = Request(.get, WebAddress(scheme: "http", host: "127.0.0.1", port: closed.port))
        await #expect(throws: TransportFailure.connectionRefused(host: "127.0.0.1", port: closed.port)) {
            try await send(request)
        }
        withExtendedLifetime(closed) {}
    }

    @Test("a name without an address is named")
    func unresolvableName() async throws {
        let request = Request(.get, WebAddress(scheme: "http", host: "wiki.acme.invalid"))
        await #expect(throws: TransportFailure.nameNotResolved(host: "wiki.acme.invalid")) { try await send(request) }
    }

    @Test("a server that never answers ends at the deadline")
    func deadline() async throws {
        try await RawServer.run(.silence) { server in
            await #expect(throws: TransportFailure.timedOut(host: "127.0.0.1", seconds: 0.2)) {
                try await send(Request(.get, address(server)), timeout: .milliseconds(200))
            }
        }
    }

    @Test("a body that never ends ends at the deadline")
    func slowBody() async throws {
        try await RawServer.run(.text("HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf", closing: false)) { server in
            await #expect(throws: TransportFailure.timedOut(host: "127.0.0.1", seconds: 0.2)) {
                try await send(Request(.get, address(server)), timeout: .milliseconds(200))
            }
        }
    }

    @Test(
        "what is not HTTP, or breaks off, is a malformed answer",
        arguments: ["SSH-2.0-OpenSSH_9.2\n", "HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf", "", "HTTP/1.1 banana\n\n"]
    )
    func garbage(answer: String) async throws {
        try await RawServer.run(.text(answer)) { server in
            let failure = await #expect(throws: TransportFailure.self) {
                try await send(Request(.get, address(server)))
            }
            guard case .malformedAnswer(host: "127.0.0.1", _) = failure else {
                Issue.record("expected a malformed answer, got \(String(describing: failure))")
                return
            }
        }
    }

    @Test("a server that closes each connection behind its answer, and doesn't say so, is asked again and again")
    func silentFarewells() async throws {
        try await RawServer.run(.text("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) { server in
            let transport = LiveTransport(timeout: .seconds(60))
            for _ in 1...200 {
                let response = try await transport.send(Request(.get, address(server)))
                #expect(response.text == "hi")
            }
            await transport.shutdown()
            #expect(server.requests.count == 200)
        }
    }

    @Test("what writes is never sent twice, nor what got no answer at all")
    func nothingTwice() async throws {
        try await RawServer.run(.text("")) { server in
            let transport = LiveTransport(timeout: .seconds(60))
            for method in [Request.Method.get, .get, .post] {
                await #expect(throws: TransportFailure.self) {
                    try await transport.send(Request(method, address(server)))
                }
            }
            await transport.shutdown()
            #expect(server.requests.count == 3)
        }
    }

    @Test("an answer that ends before its length is one that broke off")
    func halfAnAnswer() async throws {
        try await RawServer.run(.text("HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf")) { server in
            let reason = "the connection was closed before the answer was complete"
            await #expect(throws: TransportFailure.malformedAnswer(host: "127.0.0.1", reason: reason)) {
                try await send(Request(.get, address(server)))
            }
        }
    }

    @Test(
        "an answer beyond the limit is not read",
        arguments: ["Content-Length: 4096", "Transfer-Encoding: chunked"]
    )
    func oversizedBody(framing: String) async throws {
        let chunk = framing.hasPrefix("Transfer") ? "1000\n" : ""
        let answer = "HTTP/1.1 200 OK\n\(framing)\n\n\(chunk)\(String(repeating: "x", count: 4096))"
        try await RawServer.run(.text(answer, closing: false)) { server in
            await #expect(throws: TransportFailure.answerTooLarge(limit: 1000)) {
                try await send(Request(.get, address(server)), maximumBody: 1000)
            }
        }
    }

    @Test("a small compressed answer that unpacks into a large one is not unpacked")
    func gzipBomb() async throws {
        let bomb = GzipFixture.zeros
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
        try await RawServer.run(.bytes(Array(head.utf8) + bomb, closing: false)) { server in
            await #expect(throws: TransportFailure.answerTooLarge(limit: 20_000)) {
                try await send(Request(.get, address(server)), maximumBody: 20_000)
            }
        }
    }

    @Test("a plain port that is spoken to in TLS, and a CA file that is not there, are TLS failures")
    func tlsFailures() async throws {
        try await RawServer.run(.text("HTTP/1.1 400 Bad Request\n\n")) { server in
            let url = WebAddress(scheme: "https", host: "127.0.0.1", port: server.port)
            for file in [nil, "/nowhere/ca.pem"] {
                let failure = await #expect(throws: TransportFailure.self) {
                    try await send(Request(.get, url), caFile: file)
                }
                guard case .tls(host: "127.0.0.1", let reason) = failure else {
                    Issue.record("expected a TLS failure, got \(String(describing: failure))")
                    continue
                }
                #expect(reason.contains(file ?? TransportFailure.speaksNoTLS))
            }
        }
    }

    // MARK: Proxies

    @Test(
        "plain HTTP goes to a forward proxy with the whole address in the first line",
        arguments: ["http_proxy", "HTTP_PROXY"])
    func forwardProxy(variable: String) async throws {
        try await RawServer.run(.text(Self.ok)) { server in
            let url = WebAddress(scheme: "http", host: "acme.atlassian.net", path: "/wiki/rest/api/space")
            let proxy = "http://mira:secret%21@127.0.0.1:\(server.port)"
            let response = try await send(Request(.get, url), environment: [variable: proxy])
            #expect(response.text == "hi")
            let lines = try #require(server.requests.first).split(separator: "\r\n")
            #expect(lines.first == "GET http://acme.atlassian.net/wiki/rest/api/space HTTP/1.1")
            #expect(lines.contains("Host: acme.atlassian.net"))
            #expect(lines.contains { $0 == "Proxy-Authorization: Basic bWlyYTpzZWNyZXQh" })
        }
    }

    @Test("a proxy that was named by hand is shown the login of its address", arguments: ["http", "https"])
    func loginOfNamedProxy(scheme: String) async throws {
        let refusal = "HTTP/1.1 407 Proxy Authentication Required\nContent-Length: 0\n\n"
        try await RawServer.run(.text(refusal)) { server in
            let named = "http://mira:secret%21@127.0.0.1:\(server.port)"
            let site = WebAddress(scheme: scheme, host: "acme.atlassian.net")
            await #expect(throws: TransportFailure.self) {
                try await send(
                    Request(.get, site), proxy: WebAddress(parsing: named),
                    proxyLogin: BasicCredentials(inAddress: named))
            }
            let lines = try #require(server.requests.first).lowercased().split(separator: "\r\n")
            #expect(lines.contains { $0 == "proxy-authorization: basic bwlyytpzzwnyzxqh" })
        }
    }

    @Test("a proxy that is down, refuses a tunnel, or wants a login of its own is a proxy failure")
    func proxyFailures() async throws {
        let closed = try ClosedPort()
        let site = WebAddress(scheme: "http", host: "acme.atlassian.net")
        await #expect(throws: TransportFailure.proxy(reason: "nothing listens at 127.0.0.1:\(closed.port)")) {
            try await send(Request(.get, site), proxy: WebAddress(scheme: "http", host: "127.0.0.1", port: closed.port))
        }
        withExtendedLifetime(closed) {}
        try await RawServer.run(.text("HTTP/1.1 407 Proxy Authentication Required\nContent-Length: 0\n\n")) { server in
            for scheme in ["http", "https"] {
                await #expect(throws: TransportFailure.proxy(reason: "it asks for a login of its own (407)")) {
                    try await send(
                        Request(.get, WebAddress(scheme: scheme, host: "acme.atlassian.net")), proxy: address(server)
                    )
                }
            }
        }
        try await RawServer.run(.text("HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n")) { server in
            let failure = await #expect(throws: TransportFailure.self) {
                try await send(Request(.get, WebAddress(host: "acme.atlassian.net")), proxy: address(server))
            }
            #expect(failure == .proxy(reason: "it would not open a connection to acme.atlassian.net"))
        }
        // Squid, Blue Coat and Apache, which know no address of that name.
        let unknown = [
            "HTTP/1.1 503 Service Unavailable\nX-Squid-Error: ERR_DNS_FAIL 0\nContent-Length: 0\n\n",
            "HTTP/1.1 503 Service Unavailable\nContent-Length: 39\n\nNetwork Error (dns_unresolved_hostname)",
            "HTTP/1.1 502 Proxy Error\n\n<p>DNS lookup failure for: acme.atlassian.com</p>",
            "HTTP/1.1 503 Service Unavailable\nContent-Length: 22\n\ndns_resolution_failure",
            "HTTP/1.1 502 Proxy Error\nContent-Length: 34\n\nError Code 11001: Host not found   ",
        ]
        for answer in unknown {
            try await RawServer.run(.text(answer)) { server in
                await #expect(throws: TransportFailure.nameNotResolved(host: "acme.atlassian.com"), "\(answer)") {
                    try await send(Request(.get, WebAddress(host: "acme.atlassian.com")), proxy: address(server))
                }
            }
        }
    }

    @Test(
        "a proxy that was answered by nobody has not refused",
        arguments: [
            ("HTTP/1.1 503 Service Unavailable\nX-Squid-Error: ERR_CONNECT_FAIL 110\nContent-Length: 0\n\n", .timedOut),
            ("HTTP/1.1 504 Gateway Timeout\nContent-Length: 31\n\nNetwork Error (gateway_timeout) ", .timedOut),
            (
                "HTTP/1.1 502 Proxy Error\nContent-Length: 36\n\nError Code 10061: Connection refused ",
                .connectionRefused
            ),
        ] as [(String, Obstacle.Kind)])
    func proxyInVain(_ answer: String, _ kind: Obstacle.Kind) async throws {
        try await RawServer.run(.text(answer)) { server in
            let failure = await #expect(throws: TransportFailure.self) {
                try await send(Request(.get, WebAddress(host: "wiki.acme.example")), proxy: address(server))
            }
            #expect(failure.map { Obstacle.failure($0).kind } == kind, "\(String(describing: failure))")
        }
    }

    @Test(
        "NO_PROXY spares the hosts that it names",
        arguments: ["127.0.0.1", "localhost, 127.0.0.0/8", "*", "127.0.0.1:{port}"]
    )
    func noProxy(exempt: String) async throws {
        try await RawServer.run(.text(Self.ok)) { server in
            let environment = [
                "HTTP_PROXY": "http://proxy.acme.invalid:3128",
                "NO_PROXY": exempt.replacing("{port}", with: String(server.port)),
            ]
            let response = try await send(Request(.get, address(server)), environment: environment)
            #expect(response.status == 200)
        }
    }

    @Test("NO_PROXY does not spare a host that merely ends in the same letters")
    func noProxyByDomain() async throws {
        let url = WebAddress(scheme: "http", host: "notacme.invalid")
        let environment = ["HTTP_PROXY": "http://proxy.invalid:3128", "no_proxy": "acme.invalid"]
        await #expect(throws: TransportFailure.proxy(reason: "the name proxy.invalid has no address")) {
            try await send(Request(.get, url), environment: environment)
        }
    }
}
