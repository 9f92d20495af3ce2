import ConfluenceWire
import Testing

@testable import Recording

@Suite("A recording that is played back")
struct PlaybackTests {
    private static func request(_ target: String, _ method: Request.Method = .get) throws -> Request {
        Request(method, try WebAddress(parsing: "http://127.0.0.1:1" + target))
    }

    private static func text(_ playback: Playback, _ target: String, _ method: Request.Method = .get) throws -> String?
    {
        playback.answer(to: try request(target, method))?.response?.text
    }

    @Test("answers in the order of the recording, and then as the last time")
    func order() throws {
        let playback = Playback(
            [
                try Sessions.exchange(.get, "/wiki/a", answer: Sessions.answer("1")),
                try Sessions.exchange(.get, "/wiki/b", answer: Sessions.answer("b")),
                try Sessions.exchange(.get, "/wiki/a", answer: Sessions.answer("2")),
                try Sessions.exchange(.post, "/wiki/a", answer: Sessions.answer("posted")),
            ], matching: .session)
        #expect(try (1...4).map { _ in try Self.text(playback, "/wiki/a") } == ["1", "2", "2", "2"])
        #expect(try Self.text(playback, "/wiki/a", .post) == "posted")
        #expect(try Self.text(playback, "/wiki/b") == "b")
        #expect(try Self.text(playback, "/wiki/c") == nil)
        #expect(playback.misses == 1)
    }

    @Test("takes a query in any order, and a stand-in for what it stands for")
    func query() throws {
        let mark = PercentEncoding.encode(SecretRedactor.mark("parameter"), allowed: .queryItem)
        let playback = Playback(
            [
                try Sessions.exchange(.get, "/wiki/a?x=1&y=2&x=3", answer: Sessions.answer("found")),
                try Sessions.exchange(.get, "/wiki/l?token=\(mark)", answer: Sessions.answer("in")),
            ], matching: .session)
        #expect(try Self.text(playback, "/wiki/a?y=2&x=1&x=3") == "found")
        #expect(try Self.text(playback, "/wiki/a?y=2&x=3&x=1") == nil)
        #expect(try Self.text(playback, "/wiki/a?y=2&x=1") == nil)
        #expect(try Self.text(playback, "/wiki/l?token=anything") == "in")
    }

    @Test("says which request comes nearest to one that was not recorded")
    func nearest() async throws {
        let playback = Playback(
            [
                try Sessions.exchange(.get, "/wiki/rest/api/content/1?expand=body"),
                try Sessions.exchange(.get, "/wiki/rest/api/space"),
            ], matching: .session)
        let near = playback.nearest(to: try Self.request("/wiki/rest/api/content/1?expand=version"))
        #expect(near?.url.target == "/wiki/rest/api/content/1?expand=body")
        #expect(playback.nearest(to: try Self.request("/else")) == nil)
        let service = ReplayService(playback) { _, _ in }
        let answer = try await service.send(StreamedRequest(head: try Self.request("/wiki/nowhere")))
        #expect(answer.head.status == 404 && answer.head.headers["X-Replay"] == "unmatched")
    }

    @Test("tells clients with different credentials apart as the site did")
    func credentials() throws {
        var first = try Sessions.exchange(.get, "/wiki/me", answer: Sessions.answer("mira"))
        first.credential = 1
        var second = try Sessions.exchange(.get, "/wiki/me", answer: Sessions.answer("jonas"))
        second.credential = 2
        let playback = Playback([first, second], matching: .session)
        var asked = try Self.request("/wiki/me")
        let seen = ["Bearer a", "Bearer b", "Bearer b", "Bearer a"].map { token in
            asked.headers["Authorization"] = token
            return playback.answer(to: asked)?.response?.text
        }
        #expect(seen == ["mira", "jonas", "jonas", "mira"])
    }
}
