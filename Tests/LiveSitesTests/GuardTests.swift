import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import LiveSites

@Suite("The guard before a live site")
struct GuardTests {
    /// A guarded site with its scratch page (102) and a page below it (103).
    private static func prepared(_ wire: Wire) async throws -> GuardedSite {
        let site = try wire.site()
        #expect(
            try await site.scratch() == ScratchArea(spaceKey: "SCRATCH", spaceID: "77", parentID: "102", mark: "m4rk"))
        let page = #"{"type":"page","title":"A","ancestors":[{"id":"102"}]}"#
        #expect(try await site.send(Wire.request("POST", "/rest/api/content", page)).isSuccess)
        return site
    }

    @Test(
        "what stays below the scratch page passes",
        arguments: [
            ("POST", "/rest/api/content", #"{"type":"page","title":"B","ancestors":[{"id":"102"},{"id":"103"}]}"#),
            (
                "POST", "/rest/api/content",
                #"{"type":"page","title":"B","space":{"key":"SCRATCH"},"ancestors":[{"id":102}]}"#
            ),
            ("POST", "/rest/api/content", #"{"type":"comment","container":{"id":"103","type":"page"}}"#),
            ("POST", "/rest/api/content", #"{"type":"blogpost","title":"m4rk-1","space":{"key":"SCRATCH"}}"#),
            (
                "PUT", "/rest/api/content/103",
                #"{"type":"page","title":"C","version":{"number":2},"ancestors":[{"id":"102"}]}"#
            ),
            ("DELETE", "/rest/api/content/103?status=trashed", ""),
            ("DELETE", "/rest/api/content/103/label?name=a", ""),
            ("POST", "/rest/api/content/103/label", #"[{"name":"a"}]"#),
            ("DELETE", "/rest/api/content/103/label/a", ""),
            ("POST", "/rest/api/content/103/child/attachment", "--form"),
            ("POST", "/rest/api/content/103/child/attachment/att9/data", "--form"),
            ("PUT", "/rest/api/content/103/restriction", "[]"), ("PUT", "/rest/api/content/103/property/width", "{}"),
            ("PUT", "/rest/api/content/103/move/append/102", ""), ("POST", "/rest/api/contentbody/convert/view", "{}"),
            (
                "POST", "/rest/api/content/98305/copy",
                #"{"destination":{"type":"parent_page","value":"102"},"pageTitle":"D"}"#
            ),
            ("POST", "/api/v2/pages", #"{"spaceId":"77","parentId":"103","title":"E"}"#),
            ("PUT", "/api/v2/pages/103", #"{"id":"103","spaceId":77,"title":"E"}"#),
            ("DELETE", "/api/v2/pages/103", ""),
            ("POST", "/api/v2/blogposts", #"{"spaceId":"77","title":"m4rk-2"}"#),
            ("POST", "/api/v2/footer-comments", #"{"pageId":"103"}"#),
            ("GET", "/rest/api/content/98305", ""), ("GET", "/download/attachments/98305/a.txt", ""),
        ])
    func inside(method: String, target: String, body: String) async throws {
        let wire = Wire()
        let site = try await Self.prepared(wire)
        _ = try await site.send(Wire.request(method, target, body))
        #expect(wire.requests.last?.method.rawValue == method)
        #expect(wire.requests.count == 4)
    }

    @Test(
        "what is not shown to stay there is never sent",
        arguments: [
            ("DELETE", "/rest/api/content/98305", ""), ("DELETE", "/rest/api/content/102", ""),
            ("PUT", "/rest/api/content/102", "{}"), ("POST", "/rest/api/content/102/label", "[]"),
            ("DELETE", "/rest/api/content/103%2F..%2F98305", ""), ("DELETE", "/rest/api/content/103/../98305", ""),
            ("DELETE", "/rest/api/content/103;98305", ""), ("DELETE", "/rest/api//content/103", ""),
            ("POST", "/rest/api/content", ""), ("POST", "/rest/api/content", "[]"), ("POST", "/rest/api/content", "{"),
            ("POST", "/rest/api/content", #"{"type":"page","title":"B","space":{"key":"SCRATCH"}}"#),
            ("POST", "/rest/api/content", #"{"type":"page","title":"B","ancestors":[{"id":"102"},{"id":"98305"}]}"#),
            ("POST", "/rest/api/content", #"{"type":"page","title":"B","ancestors":[{"id":"98305"},{"id":"102"}]}"#),
            (
                "POST", "/rest/api/content",
                #"{"type":"page","title":"B","space":{"key":"HR"},"ancestors":[{"id":"102"}]}"#
            ),
            ("POST", "/rest/api/content", #"{"type":"blogpost","title":"B","space":{"key":"SCRATCH"}}"#),
            ("POST", "/rest/api/content", #"{"type":"blogpost","title":"m4rk","space":{"key":"HR"}}"#),
            ("POST", "/rest/api/content", #"{"type":"comment","container":{"id":"98305"}}"#),
            ("POST", "/rest/api/content", #"{"type":"custom:x","ancestors":[{"id":"102"}]}"#),
            ("PUT", "/rest/api/content/103", #"{"ancestors":[{"id":"98305"}]}"#),
            ("PUT", "/rest/api/content/103", #"{"id":"98305"}"#),
            ("PUT", "/rest/api/content/103", #"{"space":{"key":"HR"}}"#),
            ("PUT", "/rest/api/content/103", #"{"container":{"id":"98305"}}"#),
            ("PUT", "/rest/api/content/103/move/append/98305", ""),
            ("PUT", "/rest/api/content/103/move/before/102", ""),
            ("POST", "/rest/api/content/103/copy", #"{"destination":{"type":"space","value":"HR"}}"#),
            ("POST", "/rest/api/content/103/pagehierarchy/copy", #"{"destinationPageId":"98305"}"#),
            ("POST", "/api/v2/pages", #"{"spaceId":"77","title":"E"}"#),
            ("POST", "/api/v2/pages", #"{"spaceId":"78","parentId":"102"}"#),
            ("PUT", "/api/v2/pages/103", #"{"parentId":"98305"}"#), ("DELETE", "/api/v2/pages/98305", ""),
            ("POST", "/api/v2/footer-comments", #"{"pageId":"98305"}"#), ("POST", "/api/v2/footer-comments", "{}"),
            ("POST", "/rest/api/space", #"{"key":"X"}"#), ("DELETE", "/rest/api/space/SCRATCH", ""),
            ("PATCH", "/rest/api/content/103", "{}"), ("GET", "/logout.action", ""),
            ("GET", "/pages/doremovepage.action?pageId=98305", ""),
            ("POST", "/rpc/json-rpc/confluenceservice-v2", "{}"),
            ("DELETE", "https://acme.atlassian.net/rest/api/content/103", ""),
            ("DELETE", "https://other.example/wiki/rest/api/content/103", ""),
            ("GET", "https://other.example/", ""), ("GET", "http://acme.atlassian.net/wiki/", ""),
        ])
    func outside(method: String, target: String, body: String) async throws {
        let wire = Wire()
        let site = try await Self.prepared(wire)
        await #expect(throws: GuardRefusal.self) { try await site.send(Wire.request(method, target, body)) }
        #expect(wire.requests.count == 3)
    }

    @Test("nothing is written where only reading is allowed")
    func readOnly() async throws {
        let wire = Wire()
        let site = try wire.site(mayWrite: false)
        await #expect(throws: GuardRefusal.self) { try await site.scratch() }
        let refusal = await #expect(throws: GuardRefusal.self) {
            try await site.send(Wire.request("DELETE", "/rest/api/content/1"))
        }
        #expect(refusal?.description.contains("--allow-writes") == true)
        _ = try await site.send(Wire.request("POST", "/rest/api/contentbody/convert/view", "{}"))
        #expect(wire.requests.map(\.method) == [.post])
    }

    @Test("what is created is noted before it is sent, and its id after that")
    func notes() async throws {
        let wire = Wire()
        _ = try await Self.prepared(wire)
        let lines = RecordContents.lines(in: wire.log.withLock { $0.lines.joined(separator: "\n") })
        #expect(
            lines.dropFirst() == [
                .intended(number: 1, Creation(kind: .scratchPage, title: "confluence-doctor scratch m4rk")),
                .made(number: 1, ids: ["102"]), .intended(number: 2, Creation(kind: .page, title: "A", parent: "102")),
                .made(number: 2, ids: ["103"]),
            ])
        #expect(wire.log.withLock(\.linesBefore) == [0, 2, 4])
    }

    @Test("what can't be noted is not sent")
    func notNoted() async throws {
        struct Full: Error {}
        let wire = Wire()
        let site = try wire.site(record: CreationRecord(append: { _ in throw Full() }))
        await #expect(throws: Full.self) { try await site.scratch() }
        #expect(!wire.requests.contains { $0.method == .post })
    }

    @Test("the budget counts requests and time")
    func budget() async throws {
        let wire = Wire()
        let site = try wire.site(budget: SiteBudget(requests: 2, time: .seconds(10)))
        for _ in 1...2 { _ = try await site.send(Wire.request("GET", "/rest/api/space")) }
        await #expect(throws: GuardRefusal.budgetSpent(site: "staging", requests: 2)) {
            try await site.send(Wire.request("GET", "/rest/api/space"))
        }
        try await wire.clock.sleep(.seconds(10))
        await #expect(throws: GuardRefusal.timeOver(site: "staging", seconds: 10)) {
            try await site.send(Wire.request("GET", "/rest/api/space"))
        }
        #expect(wire.requests.count == 2)
    }

    @Test("a redirect may lead to another host to read there, without credentials")
    func redirect() async throws {
        let wire = Wire { request, _ in
            guard request.url.host == "acme.atlassian.net" else { return Response(status: 200) }
            return Response(status: 302, headers: ["Location": "https://media.example/file?token=1"])
        }
        let site = try wire.site()
        _ = try await site.send(Wire.request("GET", "/download/attachments/1/a.txt"))
        #expect(site.answers(try WebAddress(parsing: "https://media.example/x")))
        _ = try await site.send(Wire.request("GET", "https://media.example/file?token=1"))
        #expect(wire.requests.last?.headers["Authorization"] == nil)
        await #expect(throws: GuardRefusal.self) {
            try await site.send(Wire.request("PUT", "https://media.example/file"))
        }
    }
}
