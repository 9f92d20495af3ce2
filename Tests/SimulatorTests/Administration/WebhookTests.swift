import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Synchronization
import Testing

@testable import Simulator

@Suite("Webhooks")
struct WebhookTests {
    private static let path = "/rest/api/webhooks"

    private static func webhook(_ events: [String], secret: String? = nil) -> JSON {
        var body: JSON = [
            "name": "Hook", "url": "http://127.0.0.1:9/hook", "events": .array(events.map(JSON.string)),
        ]
        if let secret { body["configuration"] = ["secret": .string(secret)] }
        return body
    }

    /// A site with a webhook, whose requests are kept.
    private static func site(_ events: [String], secret: String? = nil) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(.dataCenter)
        let made = try site.ask(path, .post, as: "jonas", body: webhook(events, secret: secret))
        #expect(made.status == 201)
        return site
    }

    @Test("are made, listed, changed and deleted by administrators alone, and never show their secret")
    func administered() throws {
        let site = try Self.site(["page_created"], secret: "canary-secret")
        #expect(try site.ask(Self.path, as: "mira").status == 403)
        #expect(try site.ask(Self.path, .post, as: "mira", body: Self.webhook(["page_created"])).status == 403)
        let list = try site.ask(Self.path, query: [QueryItem("statistics", "true")], as: "jonas")
        #expect(!list.text.contains("canary-secret"))
        let first = try #require(try JSONReader.read(list.body)["results"]?[0])
        #expect(first["events"] == ["page_created"] && first["active"] == true)
        #expect(first["statistics"]?["counts"]?["successes"] == 0)
        let id = try #require(first["id"]?.integerValue)
        let changed = try site.ask("\(Self.path)/\(id)", .put, as: "jonas", body: ["active": false, "name": "Quiet"])
        #expect(try JSONReader.read(changed.body)["active"] == false)
        #expect(try JSONReader.read(site.ask("\(Self.path)/\(id)", as: "jonas").body)["name"] == "Quiet")
        #expect(try site.ask("\(Self.path)/\(id)", .delete, as: "jonas").status == 204)
        #expect(try site.ask("\(Self.path)/\(id)", as: "jonas").status == 404)
    }

    @Test(
        "what can't be one is refused",
        arguments: [
            ["name": "H", "url": "http://h/", "events": []],
            ["name": "H", "url": "http://h/", "events": ["page_painted"]],
            ["name": "H", "url": "nonsense", "events": ["page_created"]],
            ["url": "http://h/", "events": ["page_created"]],
        ] as [JSON])
    func refused(body: JSON) throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.ask(Self.path, .post, as: "jonas", body: body).status == 400)
    }

    @Test("are told of what happens, in order, signed with their secret")
    func delivered() async throws {
        let events = [
            "page_created", "page_updated", "page_trashed", "label_added", "comment_created", "space_created",
        ]
        let site = try Self.site(events, secret: "shared")
        let made = try JSONReader.read(
            site.ask(
                "/rest/api/content", .post, as: "mira",
                body: ["type": "page", "title": "Hooked", "space": ["key": "DOCS"]]
            ).body)
        let id = try #require(made["id"]?.stringValue)
        let update: JSON = ["type": "page", "title": "Hooked", "version": ["number": 2]]
        _ = try site.ask("/rest/api/content/\(id)", .put, as: "mira", body: update)
        _ = try site.ask(
            "/rest/api/content/\(id)/label", .post, as: "mira", body: [["prefix": "global", "name": "hot"]])
        _ = try site.ask("/rest/api/content/\(id)", as: "mira")
        _ = try site.ask("/rest/api/content/\(id)", .delete, as: "mira")
        _ = try site.ask("/rest/api/space", .post, as: "mira", body: ["key": "NEW", "name": "New"])
        let sent = Mutex<[Request]>([])
        await site.simulator.deliverWebhooks { request in
            sent.withLock { $0.append(request) }
            return Response(status: 200)
        }
        let requests = sent.withLock(\.self)
        #expect(
            requests.map { $0.headers["X-Event-Key"] } == [
                "page_created", "page_updated", "label_added", "page_trashed", "space_created",
            ])
        let first = try #require(requests.first)
        let body = try JSONReader.read(first.body)
        #expect(body["event"] == "page_created" && body["page"]?["title"] == "Hooked")
        #expect(body["userKey"]?.stringValue == (try site.user("mira").userKey))
        #expect(
            first.headers["X-Hub-Signature"] == "sha256="
                + SHA256.authenticationCode(of: first.body, key: Array("shared".utf8)))
        #expect(Set(requests.compactMap { $0.headers["X-Request-Id"] }).count == requests.count)
        #expect(site.simulator.takeWebhookDeliveries().isEmpty)
        let statistics = try JSONReader.read(site.ask("\(Self.path)/1/statistics", as: "jonas").body)
        #expect(statistics["counts"]?["successes"] == 5)
        #expect(statistics["lastSuccess"]?["event"] == "space_created")
        #expect(statistics["counts"]?["window"]?["start"] == .integer(1_772_442_000_000 - 86_400_000))
        try site.perform(.advanceClock(seconds: 86_401))
        let later = try JSONReader.read(site.ask("\(Self.path)/1/statistics", as: "jonas").body)
        #expect(later["counts"]?["successes"] == 0 && later["lastSuccess"]?["event"] == "space_created")
    }

    @Test("content of every kind can be asked for; comments are none of it")
    func anyContent() throws {
        let site = try Self.site(["content_created", "content_updated"])
        let blog: JSON = ["type": "blogpost", "title": "News", "space": ["key": "DOCS"]]
        #expect(try site.ask("/rest/api/content", .post, as: "mira", body: blog).status == 200)
        let delivery = try #require(site.simulator.takeWebhookDeliveries().first)
        let body = try JSONReader.read(delivery.request.body)
        #expect(body["event"] == "content_created" && body["content"]?["title"] == "News" && body["blog"] == nil)
        let comment: JSON = [
            "type": "comment", "container": ["id": "98311", "type": "page"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        #expect(try Self.events(site, .post, "/rest/api/content", body: comment) == [])
    }

    /// The names of the events that a request brings about.
    private static func events(
        _ site: ConfluenceSite, _ method: Request.Method, _ path: String, query: [QueryItem] = [],
        as user: String = "mira", body: JSON? = nil, headers: Headers = [:]
    ) throws -> [String] {
        _ = site.simulator.takeWebhookDeliveries()
        var request = try site.request(path, method, query: query, as: user, body: body)
        for field in headers { request.headers[field.name] = field.value }
        let answer = site.simulator.respond(to: request)
        #expect(answer.status < 300, "\(method) \(path) answered \(answer.status): \(answer.text)")
        return site.simulator.takeWebhookDeliveries().map(\.event)
    }

    private static func page(_ title: String, _ more: JSONObject = [:]) -> JSON {
        var body: JSONObject = ["type": "page", "title": .string(title), "space": ["key": "DOCS"]]
        for member in more { body[member.key] = member.value }
        return .object(body)
    }

    @Test("a page that moves, goes and comes back, is published or restricted is told as that")
    func pages() throws {
        let site = try Self.site(WebhookEvent.all.sorted())
        func move(_ query: String) throws -> [String] {
            try Self.events(
                site, .post, "/pages/movepage.action", query: QueryItem.parse("pageId=98313&\(query)"),
                headers: ["X-Atlassian-Token": "no-check"])
        }
        #expect(try move("position=append&targetId=98311") == ["page_moved"])
        #expect(try move("position=above&targetId=98311") == ["page_moved"])
        #expect(try move("position=below&targetId=98311") == ["page_children_reordered"])
        let path = "/rest/api/content/98311"
        let next: JSON = ["number": 2]
        #expect(
            try Self.events(
                site, .put, path, body: Self.page("Refund policy", ["version": next, "ancestors": [["id": "98310"]]]))
                == ["page_updated", "content_updated", "page_moved"])
        #expect(try Self.events(site, .delete, path) == ["page_trashed", "content_trashed"])
        #expect(
            try Self.events(site, .put, path, body: Self.page("Refund policy", ["version": next, "status": "current"]))
                == ["page_restored", "content_restored"])
        let draft = try JSONReader.read(
            site.ask("/rest/api/content", .post, as: "mira", body: Self.page("Half", ["status": "draft"])).body)
        #expect(site.simulator.takeWebhookDeliveries().isEmpty)
        let id = try #require(draft["id"]?.stringValue)
        #expect(
            try Self.events(
                site, .put, "/rest/api/content/\(id)",
                body: Self.page("Half", ["status": "current", "version": ["number": 1]]))
                == ["page_created", "content_created"])
        let limits: JSON = [
            ["operation": "update", "restrictions": ["user": [["type": "known", "username": "mira"]]]]
        ]
        #expect(
            try Self.events(site, .put, "/rest/api/content/\(id)/restriction", body: limits)
                == ["content_permissions_updated"])
    }

    @Test("labels, comments, permissions and people are told of, each as what happened to them")
    func others() throws {
        let site = try Self.site(WebhookEvent.all.sorted())
        let labels = "/rest/api/content/98311/label"
        let hot: JSON = [["prefix": "global", "name": "hot"]]
        #expect(try Self.events(site, .post, labels, body: hot) == ["label_created", "label_added"])
        #expect(try Self.events(site, .post, labels, body: hot) == [])
        #expect(try Self.events(site, .post, "/rest/api/content/98313/label", body: hot) == ["label_added"])
        #expect(try Self.events(site, .delete, labels, query: [QueryItem("name", "hot")]) == ["label_removed"])
        #expect(
            try Self.events(site, .delete, "/rest/api/content/98313/label/hot") == ["label_removed", "label_deleted"])
        let inline = "/rest/inlinecomments/1.0/comments"
        let comment: JSON = ["containerId": "98311", "originalSelection": "Customers", "body": "<p>who?</p>"]
        #expect(try Self.events(site, .post, inline, body: comment) == ["comment_created"])
        let id = try #require(
            JSONReader.read(site.ask(inline, query: [QueryItem("containerId", "98311")], as: "mira").body)[0]?["id"]?
                .integerValue)
        #expect(try Self.events(site, .put, "\(inline)/\(id)/resolve/true/dangling/false", body: [:]) == [])
        #expect(try Self.events(site, .delete, "\(inline)/\(id)") == ["comment_removed"])
        #expect(
            try Self.events(
                site, .put, "/rest/api/space/DOCS/permissions/anonymous/grant",
                body: [["operationKey": "read", "targetType": "space"]]) == ["space_permissions_updated"])
        let group: JSON = ["type": "group", "name": "newcomers"]
        #expect(try Self.events(site, .post, "/rest/api/admin/group", as: "jonas", body: group) == ["group_created"])
        #expect(try Self.events(site, .delete, "/rest/api/admin/group/newcomers", as: "jonas") == ["group_removed"])
        let user = "/rest/api/admin/user/reader-bot"
        #expect(try Self.events(site, .put, "\(user)/disable", as: "jonas") == ["user_deactivated"])
        #expect(try Self.events(site, .put, "\(user)/enable", as: "jonas") == ["user_reactivated"])
    }

    @Test("a refused change tells nobody, and so does a webhook that is not active")
    func silent() throws {
        let site = try Self.site(["page_created"])
        let page: JSON = ["type": "page", "title": "Hooked", "space": ["key": "DOCS"]]
        _ = try site.ask("/rest/api/content", .post, as: "reader-bot", body: page)
        #expect(site.simulator.takeWebhookDeliveries().isEmpty)
        _ = try site.ask("\(Self.path)/1", .put, as: "jonas", body: ["active": false])
        _ = try site.ask("/rest/api/content", .post, as: "mira", body: page)
        #expect(site.simulator.takeWebhookDeliveries().isEmpty)
    }

    @Test("no answer is tried again, an answer is final, and what may not be sent to gets nothing")
    func outcomes() async throws {
        let site = try Self.site(["space_created"])
        func happen(_ key: String) throws {
            _ = try site.ask("/rest/api/space", .post, as: "mira", body: ["key": .string(key), "name": .string(key)])
        }
        try happen("ONE")
        await site.simulator.deliverWebhooks { _ in throw TransportFailure.nameNotResolved(host: "h") }
        try happen("TWO")
        await site.simulator.deliverWebhooks { _ in Response(status: 500) }
        try happen("THREE")
        await site.simulator.deliverWebhooks(where: { _ in false }, by: { _ in Response(status: 200) })
        let outcomes = site.simulator.webhookOutcomes
        #expect(outcomes.map(\.attempts) == [3, 1, 0])
        #expect(outcomes.map(\.status) == [nil, 500, nil])
        #expect(outcomes[2].failure == "127.0.0.1 may not be sent to")
        let latest = try site.ask("\(Self.path)/1/latest", query: [QueryItem("outcome", "FAILURE")], as: "jonas")
        #expect(try JSONReader.read(latest.body)["result"]?["description"] == "500")
    }

    @Test("a test sends a ping")
    func test() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let query = [QueryItem("url", "http://127.0.0.1:9/x")]
        #expect(try site.ask("\(Self.path)/test", .post, query: query, as: "jonas").status == 200)
        let delivery = try #require(site.simulator.takeWebhookDeliveries().first)
        #expect(delivery.request.headers["X-Event-Key"] == "diagnostics:ping")
        #expect(try site.ask("\(Self.path)/test", .post, query: query, as: "jonas").status == 200)
        let next = try #require(site.simulator.takeWebhookDeliveries().first)
        #expect(next.request.headers["X-Request-Id"] != delivery.request.headers["X-Request-Id"])
    }
}
