import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Pages of a search")
struct SearchPagesTests {
    private func json(_ path: String, _ query: [QueryItem], _ site: ConfluenceSite, as user: String = "mira") throws
        -> JSON
    {
        try JSONReader.read(site.ask(path, query: query, as: user).body)
    }

    private func ids(_ json: JSON) -> [String] {
        json["results"]?.arrayValue?.compactMap { ($0["content"] ?? $0)["id"]?.stringValue } ?? []
    }

    /// Follows the links from page to page; `between` runs before each.
    private func walk(
        _ path: String, _ query: [QueryItem], _ site: ConfluenceSite, between: (Int) throws -> Void = { _ in }
    ) throws -> [[String]] {
        var pages: [[String]] = []
        var items = query
        while pages.count < 20 {
            let page = try json(path, items, site)
            pages.append(ids(page))
            guard let next = page["_links"]?["next"]?.stringValue else { break }
            try between(pages.count)
            items = QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst()))
        }
        return pages
    }

    static let orders = [
        "", " order by title", " order by created desc", " order by lastmodified", " order by space, id desc",
    ]

    @Test("the links lead through all rows once, whatever the order", arguments: ConfluenceSite.Acme.allCases, orders)
    func links(kind: ConfluenceSite.Acme, order: String) throws {
        let site = try ConfluenceSite.acme(kind)
        for path in ["/rest/api/search", "/rest/api/content/search"] {
            let cql = QueryItem("cql", "type in (page, attachment)" + order)
            let whole = ids(try json(path, [cql, QueryItem("limit", "100")], site))
            #expect(whole.count == 10)
            #expect(try walk(path, [cql, QueryItem("limit", "3")], site).flatMap(\.self) == whole)
        }
    }

    @Test("on Cloud nothing is told twice or left out while pages are removed; on Data Center rows shift")
    func underWrites() throws {
        for kind in ConfluenceSite.Acme.allCases {
            let site = try ConfluenceSite.acme(kind)
            let query = [QueryItem("cql", "type = page"), QueryItem("limit", "3")]
            let before = ids(try json("/rest/api/search", [QueryItem("cql", "type = page")], site))
            let pages = try walk("/rest/api/search", query, site) { page in
                if page == 1, let first = before.first.flatMap(Int64.init) { try site.perform(.trash(page: first)) }
            }
            let expected = kind == .cloud ? before : before.filter { $0 != before[3] }
            #expect(pages.flatMap(\.self) == expected, "\(kind)")
        }
    }

    @Test("the next link repeats the query and what is expanded, the self link all but the paging")
    func links() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let query = [
            QueryItem("cql", "type=page"), QueryItem("limit", "2"), QueryItem("excerpt", "none"),
            QueryItem("expand", "content.version"), QueryItem("start", "7"),
        ]
        let page = try json("/rest/api/search", query, site)
        let next = try #require(page["_links"]?["next"]?.stringValue)
        let items = QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst()))
        #expect(items.map(\.name) == ["next", "cursor", "limit", "start", "expand", "cql"])
        #expect(items.first { $0.name == "start" }?.value == "9")
        #expect(page["start"]?.integerValue == 7)
        #expect(
            page["_links"]?["self"]?.stringValue
                == "\(site.url)/rest/api/search?cql=type%3Dpage&excerpt=none&expand=content.version")
        let second = try json("/rest/api/search", items, site)
        #expect(second["_links"]?["prev"]?.stringValue?.contains(items[1].value.prefix(3)) == true)
    }

    @Test("a limit of 0 gives the total and no row")
    func noRows() throws {
        for kind in ConfluenceSite.Acme.allCases {
            let site = try ConfluenceSite.acme(kind)
            let page = try json("/rest/api/search", [QueryItem("cql", "type=page"), QueryItem("limit", "0")], site)
            #expect(ids(page).isEmpty)
            #expect(page["totalSize"]?.integerValue == 9)
            #expect(page["_links"]?["next"]?.stringValue != nil)
        }
    }

    @Test("Cloud repeats any limit; each platform has its own largest")
    func limits() throws {
        let cloud = try ConfluenceSite.acme(.cloud)
        let huge = [QueryItem("cql", "type=page"), QueryItem("limit", "2147483647")]
        #expect(try json("/rest/api/search", huge, cloud)["limit"]?.integerValue == 2_147_483_647)
        #expect(try json("/rest/api/content/search", huge, cloud)["limit"]?.integerValue == 250)
        let dataCenter = try ConfluenceSite.acme(.dataCenter)
        #expect(try json("/rest/api/search", huge, dataCenter)["limit"]?.integerValue == 250)
    }

    @Test("a page's bodies that take long are answered 25 at a time on Cloud")
    func costlyBodies() throws {
        let site = try ConfluenceSite.acme(.cloud) { definition in
            let many = (0..<40).map { PageDefinition(title: "Many \($0)", body: "<p>x</p>") }
            definition.spaces[0].pages += many
        }
        let query = [QueryItem("cql", "title ~ many"), QueryItem("limit", "40")]
        #expect(ids(try json("/rest/api/content/search", query, site)).count == 40)
        let costly = query + [QueryItem("expand", "body.export_view")]
        #expect(ids(try json("/rest/api/content/search", costly, site)).count == 25)
    }

    @Test("what was just removed is still counted by a search that lags, and its page is short")
    func shortPages() throws {
        let site = try ConfluenceSite.acme(.cloud) { $0.settings.searchLagSeconds = 60 }
        let query = [QueryItem("cql", "type=page"), QueryItem("limit", "4")]
        let whole = try walk("/rest/api/search", query, site)
        let removed = try #require(whole[0].first.flatMap(Int64.init))
        #expect(try site.ask("/rest/api/content/\(removed)", .delete, as: "mira").status == 204)
        let short = try json("/rest/api/search", query, site)
        #expect(ids(short).count == 3)
        #expect(short["totalSize"]?.integerValue == 9)
        #expect(short["_links"]?["next"]?.stringValue != nil)
        try site.advance(by: .seconds(61))
        #expect(try json("/rest/api/search", query, site)["totalSize"]?.integerValue == 8)
    }
}
