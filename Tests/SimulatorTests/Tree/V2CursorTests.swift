import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@Suite("Cursors of v2's lists of content")
struct V2CursorTests {
    /// All ids of a list, a few at a time.
    private static func walk(
        _ site: ConfluenceSite, _ path: String, _ query: [String: String] = [:],
        between: (Int) throws -> Void = { _ in }
    ) throws -> [String] {
        var ids: [String] = []
        var query = query
        for turn in 0..<100 {
            let list = try site.json(path, .get, query)
            ids += list.column("id")
            guard let next = list["_links"]?["next"]?.stringValue else { return ids }
            try between(turn)
            let items = QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst()))
            query = Dictionary(items.map { ($0.name, $0.value) }) { first, _ in first }
        }
        Issue.record("\(path) has no end")
        return ids
    }

    private static func make(_ site: ConfluenceSite, _ titles: [String], below parent: String) throws -> [String] {
        let space = try site.spaceID("DOCS")
        return try titles.map { title in
            try site.perform(.advanceClock(seconds: 1))
            let body: JSON = [
                "spaceId": .string(space), "status": "current", "title": .string(title), "parentId": .string(parent),
            ]
            return try site.json("/api/v2/pages", .post, body: body).text("id") ?? ""
        }
    }

    @Test("a cursor names the content that was shown last, as those of real sites do")
    func shape() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func cursor(_ path: String) throws -> JSON {
            let list = try site.json(path, .get, ["limit": "2"])
            let next = try #require(list["_links"]?["next"]?.stringValue)
            let text = try #require(QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst())).last?.value)
            #expect(next.hasSuffix("cursor=\(text)"), "its signs stand as they are")
            return try JSONReader.read(Array(#require(Data(base64Encoded: text))))
        }
        let second = try #require(Int64(site.json("/api/v2/pages", .get, ["limit": "2"]).column("id")[1]))
        #expect(
            try cursor("/api/v2/pages")
                == ["id": .string("\(second)"), "contentOrder": "id", "contentOrderValue": .integer(second)])
        #expect(try cursor("/api/v2/pages/98305/direct-children").text("contentOrder") == "child-position")
    }

    @Test(
        "every order is walked whole, whatever is deleted and made meanwhile",
        arguments: ["id", "-id", "title", "-title", "created-date", "-created-date", "modified-date", "-modified-date"])
    func stable(sort: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let made = try Self.make(site, ["b", "Émile", "a c", "d", "a b", "e", "c"], below: "98312")
        let path = "/api/v2/spaces/\(try site.spaceID("DOCS"))/pages"
        let whole = try site.json(path, .get, ["sort": sort]).column("id")
        #expect(Set(made).isSubset(of: Set(whole)))
        let ids = try Self.walk(site, path, ["sort": sort, "limit": "2"]) { turn in
            // What was shown goes, the one at which the list stands too.
            guard turn < 3 else { return }
            _ = try site.json("/api/v2/pages/\(whole[turn * 2 + 1])", .delete)
            _ = try site.json("/api/v2/pages/\(whole[turn * 2 + 1])", .delete, ["purge": "true"])
        }
        #expect(ids == whole)
    }

    @Test("children, files and comments go on behind what was shown", arguments: ["children", "direct-children"])
    func branches(name: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let made = try Self.make(site, ["one", "two", "three", "four", "five"], below: "98310")
        for sort in ["child-position", "-child-position"] {
            let path = "/api/v2/pages/98310/\(name)"
            let whole = try site.json(path, .get, ["sort": sort]).column("id")
            #expect(whole == (sort.hasPrefix("-") ? made.reversed() : made))
            #expect(try Self.walk(site, path, ["sort": sort, "limit": "1"]) == whole)
        }
    }

    @Test("a thread of comments goes on behind the one that was shown")
    func comments() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = ["representation": "storage", "value": "<p>x</p>"]
        let made = try (0..<4).map { _ in
            try site.json("/api/v2/footer-comments", .post, body: ["pageId": "98310", "body": body]).text("id") ?? ""
        }
        let path = "/api/v2/pages/98310/footer-comments"
        let ids = try Self.walk(site, path, ["limit": "1"]) { turn in
            _ = try site.json("/api/v2/footer-comments/\(made[turn])", .delete)
        }
        #expect(ids == made)
    }

    @Test("a cursor of another order, or of a list that counts its rows, is refused")
    func foreign() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let next = try #require(site.json("/api/v2/pages", .get, ["limit": "1"])["_links"]?["next"]?.stringValue)
        let cursor = try #require(QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst())).last?.value)
        #expect(try site.status("/api/v2/pages", .get, ["cursor": cursor, "sort": "title"]) == 400)
        #expect(try site.status("/api/v2/spaces", .get, ["cursor": cursor]) == 400)
        let forged = Data(#"{"id":"1","contentOrder":"id","contentOrderValue":"x"}"#.utf8).base64EncodedString()
        #expect(try site.status("/api/v2/pages", .get, ["cursor": forged]) == 400)
    }
}
