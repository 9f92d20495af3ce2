import ConfluenceWire
import Synchronization
import Testing

@testable import Recording

@Suite("A site at another address")
struct ReverseProxyTests {
    private static let here = WebAddress(scheme: "http", host: "127.0.0.1", port: 8080)

    /// What the site is asked, and what the client is answered.
    private static func pass(
        _ request: Request, _ answer: Response = Response(status: 200), through proxy: ReverseProxy? = nil
    ) async throws -> (asked: Request, answered: Response) {
        let asked = Mutex<Request?>(nil)
        let send = Sessions.streamed { request in
            asked.withLock { $0 = request }
            return answer
        }
        let passed = try await (proxy ?? ReverseProxy(Sessions.site)).passing(send)(StreamedRequest(head: request))
        var answered = passed.head
        for try await piece in passed.body { answered.body += piece }
        return (try #require(asked.withLock { $0 }), answered)
    }

    @Test("is asked under its own name, for the same path, with the same credential")
    func there() async throws {
        let request = Request(
            .get, Self.here.replacing(path: "/wiki/rest/api/content/1%2F2", query: [QueryItem("a", "b c")]),
            headers: [
                "Authorization": "Basic eA==", "Accept-Encoding": "gzip, br", "Connection": "keep-alive, X-Hop",
                "X-Hop": "1", "Proxy-Authorization": "Basic cHJveHk=", "Origin": "http://127.0.0.1:8080",
                "Referer": "http://127.0.0.1:8080/wiki/x?y", "Cookie": "a=1",
            ])
        let asked = try await Self.pass(request).asked
        #expect(asked.url.description == "https://acme.atlassian.net/wiki/rest/api/content/1%2F2?a=b%20c")
        #expect(
            asked.headers == [
                "Authorization": "Basic eA==", "Accept-Encoding": "gzip", "Origin": "https://acme.atlassian.net",
                "Referer": "https://acme.atlassian.net/wiki/x?y", "Cookie": "a=1",
            ])
    }

    @Test(
        "answers with its addresses moved, and leaves those of others",
        arguments: [
            ("https://acme.atlassian.net/login?x=1#y", "http://127.0.0.1:8080/login?x=1#y"),
            ("https://acme.atlassian.net:443", "http://127.0.0.1:8080"), ("/wiki/home", "/wiki/home"),
            ("https://acme.atlassian.net.evil.example/", "https://acme.atlassian.net.evil.example/"),
            ("https://api.media.atlassian.com/file/1", "https://api.media.atlassian.com/file/1"),
        ])
    func location(target: String, moved: String) async throws {
        let answer = Response(status: 302, headers: ["Location": target])
        #expect(try await Self.pass(Request(.get, Self.here), answer).answered.headers["Location"] == moved)
    }

    @Test("sets cookies that a client keeps for the new address")
    func cookies() async throws {
        let answer = Response(
            status: 200,
            headers: [
                "Set-Cookie": "JSESSIONID=A1; Path=/; Domain=.atlassian.net; Secure; HttpOnly; SameSite=Lax",
                "Alt-Svc": "h3=\":443\"", "Strict-Transport-Security": "max-age=1", "Transfer-Encoding": "chunked",
            ])
        #expect(
            try await Self.pass(Request(.get, Self.here), answer).answered.headers
                == ["Set-Cookie": "JSESSIONID=A1; Path=/; HttpOnly; SameSite=Lax"])
        let byName = WebAddress(host: "acme.atlassian.net")
        #expect(
            try await Self.pass(Request(.get, byName), answer).answered.headers["Set-Cookie"]
                == answer.headers["Set-Cookie"])
    }

    @Test("another host is asked where it was named, and nowhere else")
    func others() async throws {
        let proxy = ReverseProxy(Sessions.site, others: ["api.media.atlassian.com"])
        let named = Request(.get, try WebAddress(parsing: "https://api.media.atlassian.com/file/1?token=x"))
        #expect(try await Self.pass(named, through: proxy).asked.url == named.url)
        let other = Request(.get, try WebAddress(parsing: "https://evil.example/x"))
        #expect(try await Self.pass(other, through: proxy).asked.url.host == "acme.atlassian.net")
    }

    @Test("texts are left alone, unless somebody asked for more")
    func links() async throws {
        let text = #"{"base":"https://acme.atlassian.net/wiki","x":"https:\/\/acme.atlassian.net\/wiki"}"#
        var answer = Sessions.answer(text)
        answer.headers["Content-Length"] = String(text.utf8.count)
        #expect(try await Self.pass(Request(.get, Self.here), answer).answered.text == text)
        let moved = try await Self.pass(
            Request(.get, Self.here), answer, through: ReverseProxy(Sessions.site, movesLinks: true)
        ).answered
        #expect(moved.text == #"{"base":"http://127.0.0.1:8080/wiki","x":"http:\/\/127.0.0.1:8080\/wiki"}"#)
        #expect(moved.headers["Content-Length"] == String(moved.body.count))
    }
}
