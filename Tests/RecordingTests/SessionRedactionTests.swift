import ConfluenceWire
import Foundation
import Testing

@testable import Recording

@Suite("A recording holds no secret")
struct SessionRedactionTests {
    private static let canary = "canary-9b1d7e/do+not&keep=1"

    /// Forms that the canary can have in an answer.
    private static let echoes: [String] = {
        let basic = Data("mira@acme.example:\(canary)".utf8).base64EncodedString()
        let json = JSON.string(canary).compactText
        return [
            canary, PercentEncoding.encode(canary, allowed: .queryItem), json.replacing("/", with: "\\/"), basic,
            Data(canary.utf8).base64EncodedString(), Data("x\(canary) y".utf8).base64EncodedString(),
            canary.replacing("&", with: "&amp;"), json.replacing("-", with: "\\u002d"),
        ]
    }()

    private static func expectClean(_ exchanges: [Exchange], _ note: Comment) async throws {
        let (journal, archive) = try await Sessions.recorded(exchanges)
        #expect(try HARReader.read(Array(archive.utf8)).count == exchanges.count)
        for text in [journal, archive] {
            #expect(!text.contains("9b1d7e"), note)
            #expect(!PercentEncoding.decode(text).contains("9b1d7e"), note)
            #expect(!text.replacing("\\u002d", with: "-").contains("9b1d7e"), note)
            for shift in 0..<3 {
                let encoded = Data([UInt8](repeating: 32, count: shift) + Array("canary-9b1d7e".utf8))
                    .base64EncodedString()
                #expect(!text.contains(encoded.dropFirst(4).dropLast(4)), note)
            }
        }
    }

    /// Headers in which a client or a site may show the canary.
    private static let shown: [Headers] = [
        ["Authorization": "Basic " + Data("mira@acme.example:\(canary)".utf8).base64EncodedString()],
        ["Authorization": "Bearer \(canary)"], ["Cookie": "a=1; JSESSIONID=\(canary)"],
        ["Set-Cookie": "session=\(canary); Path=/"], ["X-Auth-Token": canary], ["X-Session-Id": canary],
        ["Proxy-Authorization": "Basic " + Data("u:\(canary)".utf8).base64EncodedString()],
    ]

    @Test("whatever header shows it first, and however it is sent back", arguments: shown)
    func headers(_ headers: Headers) async throws {
        for echo in Self.echoes {
            let isForSite = headers["Set-Cookie"] == nil
            let echoed = Response(
                status: 200,
                headers: Headers(
                    (isForSite ? [] : Array(headers)) + [
                        .init(name: "Content-Type", value: "text/html"), .init(name: "X-Echo", value: echo),
                        .init(name: "Server", value: "x \(echo)"), .init(name: "Location", value: "/a?b=\(echo)"),
                    ]),
                body: Array("<p>\(echo)</p>".utf8))
            let json = Sessions.answer(#"{"message": "\#(echo.replacing("\"", with: ""))", "n": 1}"#)
            try await Self.expectClean(
                [
                    Sessions.exchange(headers: isForSite ? headers : [:], answer: echoed),
                    Sessions.exchange(.post, "/wiki/x?q=\(echo)", body: "q=\(echo)", answer: json),
                    Sessions.exchange(.put, "/wiki/\(echo.filter { $0 != "?" && $0 != "#" })", body: echo),
                ], "\(headers) \(echo)")
        }
    }

    @Test(
        "of letters alone, in a query that a site sends back: with its name, and by itself where it is long",
        arguments: [
            ("correcthorse", true), ("CANARYQ", false), ("SECRETX", false), ("hunter2", true), ("geheim!", true),
        ])
    func letters(secret: String, isMaskedAlone: Bool) async throws {
        let link = "/rest/api/search?cql=type=page&os_password=\(secret)"
        let answer = Sessions.answer(
            #"{"_links": {"self": "https://acme.example\#(link)", "next": "\#(link)&start=25"}, "text": "the \#(secret) text"}"#
        )
        let (_, archive) = try await Sessions.recorded([Sessions.exchange(.get, "/wiki" + link, answer: answer)])
        #expect(!archive.contains("password=\(secret)"), "\(archive)")
        #expect(archive.contains("the \(secret) text") != isMaskedAlone, "\(archive)")
        #expect(archive.contains("os_password="))
    }

    @Test("a word that stands in a secret's place is a word elsewhere")
    func words() async throws {
        let answer = Sessions.answer(#"{"token": "SPACE", "error": "a SPACE is missing"}"#)
        let (_, archive) = try await Sessions.recorded([Sessions.exchange(.get, "/wiki/x", answer: answer)])
        #expect(archive.contains("a SPACE is missing"))
    }

    @Test("also where it stood before anybody knew that it is one")
    func late() async throws {
        let body = Sessions.answer(#"{"value": "\#(Self.canary)"}"#)
        try await Self.expectClean(
            [
                Sessions.exchange(answer: body), Sessions.exchange(),
                Sessions.exchange(headers: ["Authorization": "Bearer \(Self.canary)"]),
            ], "late")
    }

    @Test(
        "known by the name of its place alone",
        arguments: [
            (#"{"rawToken": "9b1d7e-abc"}"#, "application/json"),
            (#"{"a": [{"password": "9b1d7e"}], "client_secret": {"x": "9b1d7e22"}}"#, "application/json"),
            ("os_username=mira&os_password=9b1d7e", "application/x-www-form-urlencoded"),
            ("<token>9b1d7e99</token>", "application/xml"), ("password: 9b1d7e-x1", "text/plain"),
            (
                "--b\r\nContent-Disposition: form-data; name=\"os_password\"\r\n\r\n9b1d7e\r\n--b--",
                "multipart/form-data"
            ),
            ("-----BEGIN RSA PRIVATE KEY-----\n9b1d7e\n-----END RSA PRIVATE KEY-----", "text/plain"),
        ])
    func places(body: String, type: String) async throws {
        try await Self.expectClean(
            [
                Sessions.exchange(.post, "/wiki/x?access_token=9b1d7e11", headers: ["Content-Type": type], body: body),
                Sessions.exchange(
                    headers: ["X-Whatever": "9b1d7e"], answer: Sessions.answer(body, ["Content-Type": type])),
            ], "\(body)")
    }

    @Test("that stands across the place where a long body is cut")
    func cut() async throws {
        for offset in [-1, 5, 12, 26] {
            let filler = String(repeating: "x", count: JournalWriter.bodyLimit - offset)
            let long = Sessions.answer(filler + Self.canary + filler, ["Content-Type": "text/plain"])
            try await Self.expectClean(
                [Sessions.exchange(headers: ["Authorization": "Bearer \(Self.canary)"], answer: long)], "\(offset)")
        }
    }

    @Test("and each person has one stand-in throughout")
    func people() async throws {
        let archive = try await Sessions.recorded([
            Sessions.exchange(
                answer: Sessions.answer(#"{"email": "mira@acme.example", "b": "Jo.Doe+x@acme.example"}"#)),
            Sessions.exchange(.get, "/wiki/rest/api/user?email=MIRA%40acme.example&x=1"),
            Sessions.exchange(answer: Sessions.answer("<a href='mailto:mira@acme.example'>@mention a@b</a>", [:])),
        ]).archive
        #expect(!archive.lowercased().contains("acme.example"))
        let exchanges = try HARReader.read(Array(archive.utf8))
        #expect(
            exchanges[0].response?.text == #"{"email":"person-1@redacted.example","b":"person-2@redacted.example"}"#)
        #expect(exchanges[1].request.url.queryItems.first?.value == "person-1@redacted.example")
        #expect(exchanges[2].response?.text == "<a href='mailto:person-1@redacted.example'>@mention a@b</a>")
    }

    @Test("and what is none stays as it was, to the byte")
    func harmless() async throws {
        let body = #"{ "title":"API token: how to get one", "n":1.50, "u":"\u00fc \/", "nextPageToken":"abc" }"#
        let headers: Headers = [
            "Content-Type": "application/json", "Retry-After": "3", "X-RateLimit-Remaining": "7",
            "Server": "AtlassianEdge",
        ]
        let target = "/wiki/rest/api/content?cql=title+%7E+%22a%22&expand=a,b"
        let archive = try await Sessions.recorded([
            Sessions.exchange(.get, target, headers: ["User-Agent": "x"], answer: Sessions.answer(body, headers))
        ]).archive
        let exchange = try #require(try HARReader.read(Array(archive.utf8)).first)
        #expect(exchange.response?.text == body)
        #expect(exchange.response?.headers == headers)
        #expect(exchange.request.url.target == target)
        #expect(exchange.request.headers == ["User-Agent": "x"])
    }
}
