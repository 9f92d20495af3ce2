import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import SimulatorServer
import Testing

/// What is said of a connection itself, read off the socket.
@Suite("A connection that carries requests")
struct ConnectionTests {
    private static let page = "/rest/api/content/98311"

    /// Talks to a site on a free port; the lines end as HTTP has it.
    private func talk(
        _ kind: ConfluenceSite.Acme = .dataCenter, fault: FaultRule.Effect? = nil, closing: Bool = false,
        _ parts: (_ site: ConfluenceSite) throws -> [String]
    ) async throws -> String {
        let site = try ConfluenceSite.acme(kind)
        if let fault { try site.perform(.putFault(.rule(FaultRule(name: "fault", match: .init(), effect: fault)))) }
        let server = try await SimulatorServer.start([site.simulator])
        do {
            let bytes = try parts(site).map { Array($0.replacing("\n", with: "\r\n").utf8) }
            let answer = try await RawClient.talk(toPort: server.port, bytes, closing: closing)
            await server.stop()
            return answer
        } catch {
            await server.stop()
            throw error
        }
    }

    private func ask(
        _ path: String, of site: ConfluenceSite, _ method: String = "GET", version: String = "1.1",
        _ fields: String = ""
    ) throws -> String {
        """
        \(method) \(site.definition.contextPath)\(path) HTTP/\(version)
        Host: \(site.definition.host)
        Authorization: \(try site.authorization(of: "mira"))
        \(fields.isEmpty ? "" : fields + "\n")

        """
    }

    private func statuses(_ answer: String) -> [String] {
        answer.split(separator: "HTTP/1.1 ").map { String($0.prefix(3)) }
    }

    @Test(
        "requests that come at once are answered in their order, while answers are held back as well",
        arguments: [nil, FaultRule.Effect.delay(milliseconds: 1)])
    func pipelined(fault: FaultRule.Effect?) async throws {
        let answer = try await talk(fault: fault) { site in
            let first = try ask(Self.page, of: site)
            let second = try ask("/rest/api/content/1", of: site)
            let third = try ask(Self.page, of: site, "HEAD")
            let last = try ask("/rest/api/space", of: site, "GET", "Connection: close")
            return [first + second + third + String(repeating: first, count: 200) + last]
        }
        #expect(statuses(answer) == ["200", "404", "200"] + Array(repeating: "200", count: 201))
    }

    @Test("HTTP/1.0 ends with its answer, unless the client wants to go on")
    func oldVersion() async throws {
        let once = try await talk { site in [try ask(Self.page, of: site, version: "1.0")] }
        #expect(statuses(once) == ["200"])
        #expect(!once.contains("keep-alive"))
        let twice = try await talk { site in
            [
                try ask(Self.page, of: site, version: "1.0", "Connection: keep-alive"),
                try ask(Self.page, of: site, version: "1.0"),
            ]
        }
        #expect(statuses(twice) == ["200", "200"])
        #expect(twice.contains("Connection: keep-alive\r\n"))
    }

    @Test("a client that has said all is still answered", arguments: [nil, FaultRule.Effect.delay(milliseconds: 1)])
    func halfClosed(fault: FaultRule.Effect?) async throws {
        let answer = try await talk(fault: fault, closing: true) { site in [try ask(Self.page, of: site)] }
        #expect(statuses(answer) == ["200"])
        #expect(answer.hasSuffix("}"))
    }

    @Test("a client that left within its request gets no answer")
    func leftEarly() async throws {
        let answer = try await talk(closing: true) { site in
            [try ask("/rest/api/content", of: site, "POST", "Content-Length: 100") + "{"]
        }
        #expect(answer.isEmpty)
    }

    @Test("who waits to be told so may send the body")
    func continues() async throws {
        let answer = try await talk { site in
            let fields = "Content-Type: application/json\nContent-Length: 2\nExpect: 100-continue\nConnection: close"
            return [try ask("/rest/api/content", of: site, "POST", fields), "{}"]
        }
        #expect(statuses(answer) == ["100", "400"])
    }

    @Test("a body in chunks arrives whole")
    func chunked() async throws {
        let answer = try await talk { site in
            let fields =
                "Content-Type: application/json\nTransfer-Encoding: chunked\nConnection: close\nX-Atlassian-Token: no-check"
            let head = try ask("/rest/api/contentbody/convert/view", of: site, "POST", fields)
            let pieces = [#"{"value":"<p>in pieces</p>","#, #""representation":"storage"}"#]
            return [head] + pieces.map { "\(String($0.utf8.count, radix: 16))\n\($0)\n" } + ["0\n\n"]
        }
        #expect(statuses(answer) == ["200"])
        #expect(answer.contains("<p>in pieces</p>"))
    }

    @Test("the host of a whole address counts, as a proxy's clients send it")
    func wholeAddress() async throws {
        let answer = try await talk { site in
            let line =
                "GET http://\(site.definition.host)\(site.definition.contextPath)\(Self.page)?expand=version HTTP/1.1"
            return [
                """
                \(line)
                Host: other.example
                Authorization: \(try site.authorization(of: "mira"))
                Connection: close


                """
            ]
        }
        #expect(statuses(answer) == ["200"])
    }

    @Test(
        "what is not HTTP is refused, and the connection ends",
        arguments: ["\u{16}\u{3}\u{1}", "GET / HTTP/1.1\nHost: a\nno field\n\n", "GET / HTTP/9.9\nHost: a\n\n"])
    func notHTTP(text: String) async throws {
        let answer = try await talk { _ in [text] }
        #expect(answer == "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    }

    @Test("a host that is none is refused in words", arguments: ["a b", "acme:port"])
    func badHost(host: String) async throws {
        let answer = try await talk { _ in ["GET / HTTP/1.1\nHost: \(host)\n\n"] }
        #expect(statuses(answer) == ["400"])
        #expect(answer.contains("the request's host or path can't be read"))
    }

    @Test(
        "HTTP/1.1 names its host once, or is refused, and the connection ends", arguments: ConfluenceSite.Acme.allCases,
        ["", "Host: {host}\nhost: other.example\n", "Host: {host}\nHost: {host}\n"])
    func hostsFields(kind: ConfluenceSite.Acme, fields: String) async throws {
        let answer = try await talk(kind) { site in
            let named = fields.replacing("{host}", with: site.definition.host)
            let bare = "GET \(site.definition.contextPath)\(Self.page) HTTP/1.1\n\(named)\n"
            return [bare + (try ask(Self.page, of: site))]
        }
        #expect(statuses(answer) == ["400"])
        #expect(answer.contains("Host field"))
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test("HTTP/1.0 needs no host, but names no two", arguments: [("", "200"), ("Host: a\nHost: b\n", "400")])
    func hostOfOldVersion(fields: String, status: String) async throws {
        let answer = try await talk { _ in ["GET /confluence-doctor HTTP/1.0\n\(fields)\n"] }
        #expect(status == "400" ? statuses(answer) == ["400"] : !statuses(answer).contains("400"))
    }

    @Test(
        "a body is read as it is or in chunks, and in no other form", arguments: ["gzip, chunked", "deflate,chunked"])
    func codings(coding: String) async throws {
        let answer = try await talk { site in
            let fields = "Content-Type: application/json\nTransfer-Encoding: \(coding)"
            return [try ask("/rest/api/content", of: site, "POST", fields), "2\n{}\n0\n\n"]
        }
        #expect(statuses(answer) == ["501"])
        #expect(answer.contains("Transfer-Encoding"))
    }

    @Test(
        "a method that nobody knows is refused by the address that it is sent to, as one that it does not take",
        arguments: ConfluenceSite.Acme.allCases, ["FOO", "get", "X-METHOD", "GETTING"])
    func unknownMethods(kind: ConfluenceSite.Acme, method: String) async throws {
        let answer = try await talk(kind) { site in
            let odd = try ask("/rest/api/search", of: site, method)
            let last = try ask(Self.page, of: site, "GET", "Connection: close")
            return [String(odd.prefix(2)), String(odd.dropFirst(2)), last]
        }
        #expect(statuses(answer) == ["405", "200"])
        #expect(answer.contains("Allow: HEAD,GET,OPTIONS\r\n"))
    }

    @Test("the server as a whole tells its methods", arguments: ConfluenceSite.Acme.allCases)
    func asterisk(kind: ConfluenceSite.Acme) async throws {
        let answer = try await talk(kind) { site in
            ["OPTIONS", "GET"].map { "\($0) * HTTP/1.1\nHost: \(site.definition.host)\n\n" } + [
                try ask(Self.page, of: site, "GET", "Connection: close")
            ]
        }
        #expect(statuses(answer) == ["200", "400", "200"])
        #expect(answer.contains("Allow: GET, HEAD, POST, PUT, DELETE, OPTIONS\r\n"))
    }

    @Test("who would rather speak HTTP/2 is answered, and told to come anew")
    func upgrade() async throws {
        let answer = try await talk { site in
            let wish = "Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAEAAEAA"
            return [try ask(Self.page, of: site, "GET", wish)]
        }
        #expect(statuses(answer) == ["200"])
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test("a body in drops arrives whole, and the next answer after it")
    func drops() async throws {
        let answer = try await talk(fault: .drip(bytes: 100, milliseconds: 1)) { site in
            [try ask(Self.page, of: site) + ask(Self.page, of: site, "GET", "Connection: close")]
        }
        #expect(statuses(answer) == ["200", "200"])
        let bodies = answer.split(separator: "\r\n\r\n").filter { $0.hasPrefix("{") }
        #expect(try JSONReader.read(Array(try #require(bodies.last).utf8))["id"] == "98311")
    }

    @Test("a server that stops lets an answer that is held back go out")
    func stopping() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let rule = FaultRule(name: "slow", match: .init(), effect: .delay(milliseconds: 300))
        try site.perform(.putFault(.rule(rule)))
        let server = try await SimulatorServer.start([site.simulator])
        let request = try ask(Self.page, of: site).replacing("\n", with: "\r\n")
        async let answer = RawClient.talk(toPort: server.port, request)
        while site.journal.isEmpty { await Task.yield() }
        await server.stop()
        #expect(try await statuses(answer) == ["200"])
    }
}
