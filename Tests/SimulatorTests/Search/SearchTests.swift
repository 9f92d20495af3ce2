import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Searching")
struct SearchTests {
    private func search(
        _ cql: String,
        _ site: ConfluenceSite,
        _ more: [QueryItem] = [],
        path: String = "/rest/api/search",
        as user: String = "reader-bot"
    ) throws -> (answer: Response, json: JSON) {
        let answer = try site.ask(path, query: [QueryItem("cql", cql)] + more, as: user)
        return (answer, (try? JSONReader.read(answer.body)) ?? .null)
    }

    private func ids(_ json: JSON) -> [String] {
        json["results"]?.arrayValue?.compactMap { ($0["content"] ?? $0)["id"]?.stringValue } ?? []
    }

    @Test("finds what the toolkit's queries ask for", arguments: ConfluenceSite.Acme.allCases)
    func toolkitQueries(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let words = try search(#"(type=page and space="DOCS") and (title~"refund" or text~"refund")"#, site).json
        #expect(ids(words) == ["98311"])
        let hit = try #require(words["results"]?[0])
        #expect(hit["content"]?["title"]?.stringValue == "Refund policy")
        #expect(hit["content"]?["_links"]?["self"]?.stringValue == "\(site.url)/rest/api/content/98311")
        #expect(hit["excerpt"]?.stringValue?.isEmpty == false)
        #expect(hit["url"] == hit["content"]?["_links"]?["webui"])
        #expect(words["totalSize"]?.integerValue == 1)
        #expect(ids(try search(#"(type=page) and (siteSearch~"refund")"#, site).json) == ["98311"])
        let label = try search(#"type=page AND label="release""#, site, path: "/rest/api/content/search").json
        #expect(ids(label) == ["98313"])
    }

    @Test("leaves out what the caller may not view", arguments: ConfluenceSite.Acme.allCases)
    func permissions(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(ids(try search(#"type=page and title~"review""#, site).json).isEmpty)
        #expect(ids(try search(#"type=page and title~"review""#, site, as: "mira").json) == ["98320"])
        let all = try search("type=page", site, [QueryItem("limit", "100")]).json
        #expect(all["totalSize"]?.integerValue == Int64(ids(all).count))
        #expect(!ids(all).contains("131074"))
    }

    @Test("Cloud pages by cursor and takes no notice of start, Data Center pages by start")
    func paging() throws {
        let cql = "type=page order by id"
        let cloud = try ConfluenceSite.acme(.cloud)
        let first = try search(cql, cloud, [QueryItem("limit", "2")]).json
        let second = try search(cql, cloud, [QueryItem("limit", "2"), QueryItem("start", "2")]).json
        #expect(ids(first) == ids(second))
        let next = try #require(first["_links"]?["next"]?.stringValue)
        #expect(next.hasPrefix("/rest/api/search?next=true&cursor="))
        let items = QueryItem.parse(String(next.drop { $0 != "?" }.dropFirst()))
        let third = try JSONReader.read(cloud.ask("/rest/api/search", query: items, as: "reader-bot").body)
        #expect(Set(ids(third)).isDisjoint(with: ids(first)))
        #expect(ids(third).count == 2)

        let dataCenter = try ConfluenceSite.acme(.dataCenter)
        let rest = try search(cql, dataCenter, [QueryItem("limit", "2"), QueryItem("start", "2")]).json
        #expect(ids(rest) == ids(third))
        #expect(rest["_links"]?["next"]?.stringValue?.contains("start=4") == true)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var cql: String
        var cloud: (status: Int, says: String)
        var dataCenter: (status: Int, says: String)
        var testDescription: String { cql.isEmpty ? "no query" : cql }
    }

    static let refused: [Refused] = [
        Refused(
            cql: "", cloud: (400, "cql query parameter is required"),
            dataCenter: (400, "cql query parameter is required")),
        Refused(
            cql: "type = ", cloud: (400, "Could not parse cql : type ="),
            dataCenter: (400, "Could not parse cql : type =")),
        Refused(
            cql: "grill = x", cloud: (400, "No field exists with the name: 'grill'"),
            dataCenter: (400, "Unsupported CQL field 'grill' for this resource")),
        Refused(
            cql: "text ~ foo Grill", cloud: (400, "No field exists with the name: 'Grill'"),
            dataCenter: (400, "Unsupported CQL field 'Grill' for this resource")),
        Refused(cql: "type = bogus", cloud: (400, "got : bogus"), dataCenter: (400, "got : bogus")),
        Refused(
            cql: "space = NOPE", cloud: (200, "\"results\":[]"),
            dataCenter: (500, "java.lang.IllegalArgumentException: parameters should not be empty")),
        Refused(
            cql: #"siteSearch ~ """#, cloud: (500, "java.lang.NullPointerException: query parameter is required."),
            dataCenter: (400, "query parameter is required")),
    ]

    @Test("refuses a query as each deployment does", arguments: refused)
    func refusal(_ refused: Refused) throws {
        for (kind, expected) in [(ConfluenceSite.Acme.cloud, refused.cloud), (.dataCenter, refused.dataCenter)] {
            let answer = try search(refused.cql, try ConfluenceSite.acme(kind)).answer
            #expect(answer.status == expected.status, "\(kind)")
            #expect(answer.text.contains(expected.says), "\(kind): \(answer.text)")
        }
    }

    @Test("a limit that is no number has an empty 404 on Cloud's search")
    func badNumber() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try search("type=page", site, [QueryItem("limit", "abc")]).answer
        #expect(answer.status == 404)
        #expect(answer.body.isEmpty)
    }
}
