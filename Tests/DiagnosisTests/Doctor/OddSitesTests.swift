import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("A site that is odd, and in order, is called healthy")
struct OddSitesTests {
    /// A site as real ones stand behind what their owners put in front of them.
    struct Oddity: Sendable, CustomTestStringConvertible {
        let name: String
        let sites: [ConfluenceSite.Acme]
        let prepare: Ailment.SiteChange
        let way: Ailment.Way

        init(
            _ name: String, on sites: [ConfluenceSite.Acme] = ConfluenceSite.Acme.allCases,
            prepare: Ailment.SiteChange = .none, _ way: @escaping @Sendable (@escaping Send) -> Send = { $0 }
        ) {
            self.name = name
            self.sites = sites
            self.prepare = prepare
            self.way = Ailment.Way(way)
        }

        var testDescription: String { name }
    }

    @Test("healthy, for a reader and for a writer with a page", arguments: Self.oddities, ConfluenceSite.Acme.allCases)
    func healthy(_ odd: Oddity, _ site: ConfluenceSite.Acme) async throws {
        guard odd.sites.contains(site) else { return }
        for writes in [false, true] {
            var patient = try Patient(site, user: writes ? "writer-bot" : "reader-bot", changing: odd.prepare.apply)
            patient.through = odd.way
            if writes {
                patient.configuration.selectedTools = ["create_page", "update_page_by_id", "read_page_by_id"]
                patient.options.page = .id("98310")
            }
            let report = await patient.diagnose()
            #expect(report.verdict == .healthy, "\(report.summary)")
            #expect(report.failedLogins == 0)
        }
    }

    static let oddities: [Oddity] = [
        Oddity("a proxy strips all headers but those of the body", changingAnswers { $1.strip() }),
        Oddity("the manifest is not let through", hiding { $0.contains("/applinks/") }),
        Oddity(
            "everything but the API is nginx's 404", hiding { !$0.contains("/rest/api/") && !$0.contains("/api/v2") }),
        Oddity(
            "everything but the API is refused by nginx",
            answering(nginx(403, "403 Forbidden")) { !$0.contains("/rest/api/") && !$0.contains("/api/v2") }),
        Oddity(
            "everything but the API is closed by nginx",
            answering(nginx(401, "401 Authorization Required")) {
                !$0.contains("/rest/api/") && !$0.contains("/api/v2")
            }),
        // Writing tools find their space by version 2 on Cloud.
        Oddity(
            "everything but the API leads to single sign-on",
            answering(signOn) { !$0.contains("/rest/api/") && !$0.contains("/api/v2") }),
        Oddity(
            "all but REST leads to single sign-on",
            answering(signOn) { !$0.contains("/rest/") && !$0.contains("/api/v2") }),
        Oddity(
            "everything but the API is the page of an application",
            answering(page("Wiki – loading…")) { !$0.contains("/rest/api/") }),
        Oddity(
            "headers stripped, and only the API is let through",
            { send in
                hiding { !$0.contains("/rest/api/") && !$0.contains("/api/v2") }(changingAnswers { $1.strip() }(send))
            }),
        Oddity(
            "open to visitors, headers stripped, and only the API is let through",
            prepare: .init { $0.settings.anonymousAccess = true },
            { send in
                hiding { !$0.contains("/rest/api/") && !$0.contains("/api/v2") }(changingAnswers { $1.strip() }(send))
            }),
        Oddity(
            "nothing but what the tools ask for is let through", on: [.dataCenter],
            hiding { path in
                !["/rest/api/content", "/rest/api/search", "/rest/api/space"].contains(where: path.contains)
            }
        ),
        Oddity(
            "the same, with an empty answer to all else", on: [.dataCenter],
            answering(Response(status: 404, headers: ["Content-Type": "text/plain"])) { path in
                !["/rest/api/content", "/rest/api/search", "/rest/api/space"].contains(where: path.contains)
            }),
        Oddity("a deep context path", on: [.dataCenter], prepare: .init { $0.contextPath = "/apps/collab/confluence" }),
        Oddity("no context path", on: [.dataCenter], prepare: .init { $0.contextPath = "" }),
        Oddity(
            "a context path of another product's name", on: [.dataCenter], prepare: .init { $0.contextPath = "/jira" }),
        Oddity(
            "a front that adds a slash to each path",
            { send in
                { request in
                    var plain = request
                    guard plain.url.path.hasSuffix("/") else {
                        plain.url.path += "/"
                        return Response(status: 301, headers: ["Location": plain.url.target])
                    }
                    plain.url.path.removeLast()
                    return try await send(plain)
                }
            }),
        Oddity("headers in small letters", changingAnswers { $1.headers = $1.headers.inSmallLetters }),
        Oddity("JSON that is called text", changingAnswers { $1.headers["Content-Type"] = "text/plain;charset=UTF-8" }),
        // Where a type is named, Python's client chokes on the mark: `ClientHabitsTests`.
        Oddity(
            "a byte order mark before each answer, and no type named",
            changingAnswers {
                $1.body = [0xEF, 0xBB, 0xBF] + $1.body
                $1.headers["Content-Type"] = nil
            }),
        Oddity("JSON with blanks around it", changingAnswers { $1.body = Array("\r\n\t ".utf8) + $1.body + [0x0A] }),
        Oddity(
            "a firewall that puts its name into each header",
            changingAnswers { _, answer in
                answer.headers["Server"] = "cloudflare"
                answer.headers["CF-RAY"] = "8c2f0b7d1e2f3a4b-FRA"
                answer.headers["Via"] = "1.1 squid (squid/5.7)"
            }),
        Oddity(
            "pages that are about proxies, firewalls and maintenance",
            prepare: .init { site in
                for index in site.spaces.indices where site.spaces[index].key == "DOCS" {
                    site.spaces[index].name = "Maintenance, Zscaler and proxy error: request blocked, log in - upgrade"
                    site.spaces[index].pages[0].title = "Captive portal: hotspot, squid/5.7, access denied, CAPTCHA"
                }
            }),
        Oddity(
            "an account named like an error",
            prepare: .init { site in
                for index in site.users.indices { site.users[index].displayName = "Anonymous Forbidden (SSO, 401)" }
            }),
    ]

    @Test("rights that a site says nothing of are not held against an account", arguments: ConfluenceSite.Acme.allCases)
    func untoldRights(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site, user: "writer-bot")
        patient.configuration.selectedTools = ["update_page_by_id", "add_file_to_page"]
        patient.through = Ailment.Way(
            Self.changingAnswers { _, answer in
                let text = answer.text.replacing(
                    /,?\{"operation":"\w+","targetType":"(attachment|comment)"\}/, with: "")
                answer.body = Array(text.utf8)
            })
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(
            report.notes.contains { $0.contains("doesn't say") && $0.contains("Attachments: Add") }, "\(report.notes)")
    }

    // MARK: What stands in front

    private static func changingAnswers(
        _ change: @escaping @Sendable (Request, inout Response) -> Void
    ) -> @Sendable (@escaping Send) -> Send {
        { send in
            { request in
                var response = try await send(request)
                change(request, &response)
                return response
            }
        }
    }

    private static func answering(
        _ response: Response, where isHidden: @escaping @Sendable (String) -> Bool
    ) -> @Sendable (@escaping Send) -> Send {
        { send in { request in isHidden(request.url.path) ? response : try await send(request) } }
    }

    private static func hiding(
        where isHidden: @escaping @Sendable (String) -> Bool
    ) -> @Sendable (@escaping Send) -> Send {
        answering(nginx(404, "404 Not Found"), where: isHidden)
    }

    private static func nginx(_ status: Int, _ title: String) -> Response {
        let text =
            "<html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(title)</h1></center>\r\n"
            + "<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n"
        return Response(
            status: status, headers: ["Server": "nginx", "Content-Type": "text/html"], body: Array(text.utf8))
    }

    private static func page(_ title: String) -> Response {
        Response(
            status: 200, headers: ["Content-Type": "text/html"],
            body: Array("<!doctype html><html><title>\(title)</title><div id=\"root\"></div></html>".utf8))
    }

    private static let signOn = Response(
        status: 302,
        headers: ["Location": "https://login.acme.example/realms/acme/protocol/openid-connect/auth?client_id=wiki"])
}

@Suite("One answer of many says something about itself alone")
struct OneOddAnswerTests {
    @Test(
        "too many requests at any moment are told as that, or pass unnoticed",
        arguments: ConfluenceSite.Acme.allCases, Array(0..<8))
    func rateLimited(_ site: ConfluenceSite.Acme, _ moment: Int) async throws {
        let limit = Response(
            status: 429, headers: ["Retry-After": "3", "Content-Type": "application/json"],
            body: Array(#"{"statusCode":429,"message":"Rate limit exceeded"}"#.utf8))
        let report = try await Self.diagnose(on: site, answering: limit, at: moment)
        let first = report.causes.first?.id
        #expect(first == nil || first == .rateLimited, "\(report.summary)")
    }

    @Test(
        "an error of the site at any moment is told as that, or passes unnoticed",
        arguments: ConfluenceSite.Acme.allCases, Array(0..<8))
    func serverError(_ site: ConfluenceSite.Acme, _ moment: Int) async throws {
        let error = Response(
            status: 502, headers: ["Content-Type": "text/html"], body: Array("<html><h1>502 Bad Gateway</h1>".utf8))
        let report = try await Self.diagnose(on: site, answering: error, at: moment)
        let first = report.causes.first?.id
        #expect(first == nil || first == .serverError, "\(report.summary)")
    }

    /// A writer with a page, to whom one request is answered so.
    private static func diagnose(
        on site: ConfluenceSite.Acme, answering response: Response, at moment: Int
    ) async throws -> DiagnosisReport {
        var patient = try Patient(site, user: "writer-bot")
        patient.configuration.selectedTools = ["update_page_by_id"]
        patient.options.page = .id("98310")
        let sent = Sent()
        patient.through = Ailment.Way { send in
            { request in sent.next() == moment ? response : try await send(request) }
        }
        return await patient.diagnose()
    }

    private final class Sent: Sendable {
        private let count = Mutex(0)

        /// How many were sent before.
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count - 1
            }
        }
    }
}

extension Response {
    fileprivate mutating func strip() {
        let kept = ["content-type", "content-length", "location", "date"]
        headers = Headers(headers.filter { kept.contains($0.name.lowercased()) })
    }
}

extension Headers {
    fileprivate var inSmallLetters: Headers {
        Headers(map { Headers.Field(name: $0.name.lowercased(), value: $0.value) })
    }
}
