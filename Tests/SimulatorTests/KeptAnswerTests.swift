import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Answers that are kept are never old, nor anybody else's")
struct KeptAnswerTests {
    private static let page = "/rest/api/content/98311"

    private static func read(_ site: ConfluenceSite, as user: String, _ expand: String = "version") throws -> Response {
        try site.ask(page, query: [QueryItem("expand", expand)], as: user)
    }

    private static func change(_ site: ConfluenceSite, title: String, to version: Int64) throws {
        let body: JSON = [
            "type": "page", "title": .string(title), "version": ["number": .integer(version)],
            "body": ["storage": ["value": "<p>Changed.</p>", "representation": "storage"]],
        ]
        #expect(try site.ask(page, .put, as: "mira", body: body).isSuccess)
    }

    @Test("a change shows at once, and so does the way back", arguments: ConfluenceSite.Acme.allCases)
    func changes(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.simulator.keepSnapshot("before")
        let before = try Self.read(site, as: "mira")
        #expect(try Self.read(site, as: "mira").body == before.body)
        try Self.change(site, title: "Another title", to: 2)
        let after = try JSONReader.read(try Self.read(site, as: "mira").body)
        #expect(after["title"] == "Another title")
        #expect(after["version"]?["number"] == 2)
        try site.simulator.restoreSnapshot("before")
        #expect(try Self.read(site, as: "mira").body == before.body)
        try Self.change(site, title: "A third title", to: 2)
        #expect(try JSONReader.read(try Self.read(site, as: "mira").body)["title"] == "A third title")
    }

    @Test("what an administrator does beside the API shows at once", arguments: ConfluenceSite.Acme.allCases)
    func acts(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try Self.read(site, as: "reader-bot").status == 200)
        try site.perform(.trash(page: 98311))
        #expect(try Self.read(site, as: "reader-bot").status == 404)
    }

    @Test("what is taken in while the site runs shows at once", arguments: ConfluenceSite.Acme.allCases)
    func takenIn(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let list: JSON = [
            "type": "page", "title": "News", "space": ["key": "DOCS"],
            "body": [
                "storage": [
                    "value": #"<ac:structured-macro ac:name="recently-updated" />"#, "representation": "storage",
                ]
            ],
        ]
        let made = try JSONReader.read(
            try site.ask("/rest/api/content", .post, as: "mira", body: list).body)
        let path = "/rest/api/content/\(try #require(made["id"]?.stringValue))"
        func shown() throws -> String { try site.ask(path, query: [QueryItem("expand", "body.view")], as: "mira").text }
        #expect(try !shown().contains("Brand new"))
        var addition = try kind.definition()
        var page = addition.spaces[0].pages[0]
        page.id = nil
        page.title = "Brand new"
        page.children = []
        page.attachments = []
        addition.spaces = [addition.spaces[0]]
        addition.spaces[0].pages = [page]
        try site.simulator.take(in: addition)
        #expect(try shown().contains("Brand new"))
    }

    @Test("each caller gets what it may see, whoever asked first", arguments: ConfluenceSite.Acme.allCases)
    func callers(kind: ConfluenceSite.Acme) throws {
        let expand = "operations"
        func answers(_ users: [String]) throws -> [String: [UInt8]] {
            let site = try ConfluenceSite.acme(kind)
            return try users.reduce(into: [:]) { $0[$1] = try Self.read(site, as: $1, expand).body }
        }
        let forwards = try answers(["mira", "reader-bot"])
        #expect(forwards["mira"] != forwards["reader-bot"])
        #expect(try answers(["reader-bot", "mira"]) == forwards)
    }

    @Test("what is asked for decides what is shown", arguments: ConfluenceSite.Acme.allCases)
    func targets(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let versions = try JSONReader.read(try Self.read(site, as: "mira", "version").body)
        let spaces = try JSONReader.read(try Self.read(site, as: "mira", "space").body)
        #expect(versions["version"] != nil && versions["space"] == nil)
        #expect(spaces["version"] == nil && spaces["space"] != nil)
    }

    @Test("a kept decision is told as it was told first", arguments: ConfluenceSite.Acme.allCases)
    func decisions(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.perform(.freezeClock(at: nil))
        for user in ["mira", "reader-bot", "mira", "reader-bot"] {
            #expect(try Self.read(site, as: user).status == 200)
        }
        let entries = site.journal
        for (first, second) in [(0, 2), (1, 3)] {
            #expect(entries[first].decision == entries[second].decision)
            #expect(entries[first].steps.map(\.words) == entries[second].steps.map(\.words))
            #expect(entries[first].account == entries[second].account)
        }
        #expect(entries[0].decision != entries[1].decision)
    }

    @Test("a right that is taken away counts at once", arguments: ConfluenceSite.Acme.allCases)
    func rights(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.perform(.freezeClock(at: nil))
        func status() throws -> Int { try Self.read(site, as: "reader-bot").status }
        #expect(try status() == 200)
        try site.perform(.restrictViewing(page: 98311, to: [.user("mira")]))
        #expect(try status() == 404)
        try site.perform(.restrictViewing(page: 98311, to: []))
        #expect(try status() == 200)
        try site.perform(.setLicensed(user: "reader-bot", isLicensed: false))
        #expect(try status() != 200)
        try site.perform(.setLicensed(user: "reader-bot", isLicensed: true))
        #expect(try status() == 200)
        try site.perform(.revokeToken("reader-bot-token"))
        #expect(try status() != 200)
    }

    @Test("a fault strikes answers that are kept too", arguments: ConfluenceSite.Acme.allCases)
    func faults(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let whole = try Self.read(site, as: "mira")
        let half = FaultRule(name: "half", effect: .halve(share: 0.5))
        try site.perform(.putFault(.rule(half)))
        #expect(try Self.read(site, as: "mira").body.count == whole.body.count / 2)
        try site.perform(.clearFault(nil))
        #expect(try Self.read(site, as: "mira").body == whole.body)
    }
}
