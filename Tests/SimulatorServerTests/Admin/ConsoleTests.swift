import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import SimulatorServer

@Suite("The console's files")
struct ConsoleTests {
    private static let browser: Headers = [
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
    ]

    private func serving(admin: Bool = true, _ body: (ConfluenceSite, AdminClient) async throws -> Void) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site], admin: admin) { try await body(site, $0) }
    }

    // MARK: Who gets what

    @Test(
        "who would rather have HTML gets the page, everybody else JSON",
        arguments: [
            (nil, false), ("*/*", false), ("application/json", false), ("text/html", true), ("TEXT/HTML", true),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("application/json, text/plain, */*", false), ("text/html;q=0.5, application/json", false),
            ("application/json;q=0.5, text/html;level=1", true), ("text/html;q=0", false), ("text/html;q=x", false),
        ] as [(String?, Bool)])
    func negotiation(accept: String?, isPage: Bool) async throws {
        try await serving { _, client in
            for path in ["", "/"] {
                var headers = Headers()
                if let accept { headers["Accept"] = accept }
                let answer = try await client.ask(path, headers: headers)
                #expect(answer.status == 200)
                #expect(answer.headers["Content-Type"]?.hasPrefix(isPage ? "text/html" : "application/json") == true)
                #expect(answer.headers["Vary"] == "Accept")
            }
            // Only the page has two forms.
            let sites = try await client.ask("/sites", headers: Self.browser)
            #expect(sites.headers["Content-Type"] == "application/json")
        }
    }

    @Test("every file comes with its type, is not kept, and may load nothing from elsewhere")
    func headers() async throws {
        try await serving { _, client in
            for (path, type) in [("/", "text/html")] + Console.files.map({ ($0.key, $0.value.mediaType) }) {
                let answer = try await client.ask(path, headers: Self.browser)
                #expect(answer.headers["Content-Type"] == "\(type); charset=utf-8")
                #expect(answer.headers["Cache-Control"] == "no-store")
                #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
                #expect(answer.headers["Referrer-Policy"] == "no-referrer")
                let policy = try #require(answer.headers["Content-Security-Policy"])
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"))
                #expect(!policy.contains("unsafe"))
            }
            let head = try await client.ask("/", .head, headers: Self.browser)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            let post = try await client.ask("/console/app.js", .post)
            #expect(post.status == 404)
        }
    }

    @Test("without --admin, under a foreign name, and for a page of another site there is no console")
    func gate() async throws {
        let files = ["/"] + Console.files.keys.sorted()
        try await serving(admin: false) { _, client in
            for file in files {
                let answer = try await client.ask(file, headers: Self.browser)
                #expect(answer.headers["Server"] != "confluence-doctor")
            }
        }
        try await serving { _, client in
            for file in files {
                for (name, value) in [("Host", "acme.atlassian.net"), ("Host", "evil.example")] {
                    var headers = Self.browser
                    headers[name] = value
                    let answer = try await client.ask(file, headers: headers)
                    #expect(answer.headers["Content-Security-Policy"] == nil)
                    #expect(answer.body != (Console.files[file] ?? Console.page).bytes)
                }
                var crossSite = Self.browser
                crossSite["Sec-Fetch-Site"] = "cross-site"
                #expect(try await client.ask(file, headers: crossSite).status == 403)
            }
        }
    }

    // MARK: What is in them

    @Test("the page and its modules load only files that are there, all of which are loaded")
    func references() throws {
        let names = Set(Console.files.keys.map { String($0.dropFirst("/console/".count)) })
        let html = String(decoding: Console.page.bytes, as: UTF8.self)
        var loaded: Set<String> = Set(html.matches(of: #/"/__sim/console/([^"]+)"/#).map { String($0.output.1) })
        for file in Console.files.values {
            let text = String(decoding: file.bytes, as: UTF8.self)
            loaded.formUnion(text.matches(of: #/from "\./([^"]+)"/#).map { String($0.output.1) })
        }
        #expect(loaded == names)
    }

    @Test("nothing is inline, nothing comes from elsewhere, no text becomes markup, and all of it is small")
    func content() {
        let files = Console.files.merging(["/": Console.page]) { first, _ in first }
        for (path, file) in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains(#/https?:\/\//#), "\(path)")
            for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
                #expect(!text.contains(word), "\(path) uses \(word)")
            }
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400, "\(path)")
        }
        let html = String(decoding: Console.page.bytes, as: UTF8.self)
        #expect(!html.contains(#/<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/#))
        #expect(files.values.map(\.bytes.count).reduce(0, +) <= 60 * 1024)
    }

    @Test("what a client sends stays data: JSON, and never a page", arguments: ConfluenceSite.Acme.allCases)
    func escaping(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let canary = #"</script><img src=x onerror="alert(1)">"#
        let body: JSON = [
            "type": "page", "title": .string(canary), "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        try await AdminClient.serving([site]) { client in
            var request = try site.request("/rest/api/content", .post, as: "writer-bot", body: body)
            request.url.host = "127.0.0.1"
            request.url.port = client.port
            request.headers["User-Agent"] = canary
            #expect(try await client.send(request).status == 200)
            let path = "/sites/\(site.definition.name)"
            for target in ["/journal", "/pages"] {
                let answer = try await client.ask(path + target, headers: Self.browser)
                #expect(answer.headers["Content-Type"] == "application/json")
                #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
                #expect(answer.text.contains(#"onerror=\"alert(1)\">"#))
            }
            let pages = try await client.json(path + "/pages")["pages"]?.arrayValue
            #expect(pages?.contains { $0["title"] == .string(canary) } == true)
        }
    }
}
