import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import SimulatorServer
import Testing

@Suite("Sites over TLS, by their own names", .timeLimit(.minutes(5)))
struct NamesOverTLSTests {
    private static let page = "/rest/api/content/98311"

    private static func both() throws -> [ConfluenceSite] {
        try ConfluenceSite.Acme.allCases.map { try ConfluenceSite.acme($0) }
    }

    @Test("a client told a site's own https address reads a page, whose links stay there", arguments: [0, 1])
    func byName(index: Int) async throws {
        let sites = try Self.both()
        let site = sites[index]
        try await SecureSites.serving(sites) { secure in
            let answer = try await secure.send(try site.request(Self.page, as: "reader-bot").secured)
            #expect(answer.status == 200)
            let base = "https://\(site.definition.host)\(site.definition.contextPath)"
            #expect(try JSONReader.read(answer.body)["_links"]?["base"]?.stringValue == base)
            #expect(!answer.text.contains("http://"))
        }
    }

    @Test("the main port opens the same tunnels, and both take plain http", arguments: [true, false])
    func everyProxy(isMain: Bool) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await SecureSites.serving([site]) { secure in
            let port = try #require(isMain ? secure.server.port : secure.server.proxyPort)
            let proxy = WebAddress(scheme: "http", host: "127.0.0.1", port: port)
            let request = try site.request(Self.page, as: "mira")
            #expect(try await secure.send(request.secured, proxy: proxy).status == 200)
            #expect(try await secure.send(request, proxy: proxy).text.contains("http://acme.atlassian.net/wiki"))
        }
    }

    @Test("Cloud's gateway answers under its own name, and names the site in its links")
    func gateway() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await SecureSites.serving([site]) { secure in
            let address = "https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)/wiki\(Self.page)"
            var request = Request(.get, try WebAddress(parsing: address))
            request.headers["Authorization"] = try site.authorization(of: "mira")
            let answer = try await secure.send(request)
            #expect([200, 410].contains(answer.status))
            request.url.path = "/ex/confluence/\(site.definition.cloudID)/wiki/rest/api/search"
            request.url.query = "cql=type%3Dpage"
            let search = try await secure.send(request)
            #expect(search.status == 200)
            #expect(search.text.contains(#""base":"https://acme.atlassian.net/wiki""#))
        }
    }

    @Test("forty tunnels at once, to two sites, get each its own site's answers")
    func manyTunnels() async throws {
        let sites = try Self.both()
        try await SecureSites.serving(sites) { secure in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<40 {
                    let site = sites[client % 2]
                    let request = try site.request(Self.page, as: "reader-bot").secured
                    group.addTask {
                        let answer = try await secure.send(request)
                        #expect(answer.text.contains("https://\(site.definition.host)/"))
                    }
                }
                try await group.waitForAll()
            }
            #expect(sites.map { $0.simulator.journal().count } == [20, 20])
        }
    }

    @Test("a page of four megabytes goes up and comes down", arguments: [0, 1])
    func largeBodies(index: Int) async throws {
        let site = try Self.both()[index]
        try await SecureSites.serving([site]) { secure in
            try await secure.withTransport(proxy: secure.proxy) { send in
                var request = try site.request("/rest/api/content", as: "writer-bot").secured
                let text = "<p>" + String(repeating: "word ", count: 800_000) + "</p>"
                request.method = .post
                request.headers["Content-Type"] = "application/json"
                request.body = JSONWriter.compact([
                    "type": "page", "title": "Long", "space": ["key": "DOCS"],
                    "body": ["storage": ["value": .string(text), "representation": "storage"]],
                ])
                let made = try await send(request)
                let id = try #require(try JSONReader.read(made.body)["id"]?.stringValue, "\(made.text.prefix(400))")
                let read = try await send(
                    site.request(
                        "/rest/api/content/\(id)", query: [QueryItem("expand", "body.storage")], as: "writer-bot"
                    ).secured)
                #expect(try JSONReader.read(read.body)["body"]?["storage"]?["value"]?.stringValue == text)
            }
        }
    }

    @Test("the session's cookie is marked as one for TLS alone where it was asked over TLS", arguments: [true, false])
    func cookie(isSecure: Bool) async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try await SecureSites.serving([site]) { secure in
            let request = try site.request(Self.page, as: "reader-bot")
            let answer = try await secure.send(isSecure ? request.secured : request)
            let cookie = try #require(answer.headers["Set-Cookie"])
            #expect(cookie.hasPrefix("JSESSIONID="))
            #expect(cookie.hasSuffix("; Secure") == isSecure)
        }
    }

    @Test("with TLS at the main port, it is https that answers there")
    func mainPort() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await SecureSites.serving([site], proxyPort: nil, onMainPort: true) { secure in
            #expect(secure.server.proxyPort == nil)
            for host in ["127.0.0.1", "localhost"] {
                var request = try site.request(Self.page, as: "mira").secured
                request.url.host = host
                request.url.port = secure.server.port
                let answer = try await secure.send(request, directly: true)
                #expect(answer.text.contains("https://\(host):\(secure.server.port)/wiki"))
            }
            let plain = try await RawClient.talk(toPort: secure.server.port, "GET /wiki HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(plain.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(plain.contains("This combination of host and port requires TLS."))
        }
    }
}
