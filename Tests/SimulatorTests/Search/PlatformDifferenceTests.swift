import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// The same search on both deployments: what differs stands in the list below, and nothing else does.
@Suite("Searches differ between the platforms only where the platforms do")
struct PlatformDifferenceTests {
    struct Difference: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var cql: String
        var more: [QueryItem] = []
        var cloud: @Sendable (Response, JSON) -> Bool
        var dataCenter: @Sendable (Response, JSON) -> Bool
    }

    private static func rows(_ json: JSON) -> Int { json["results"]?.arrayValue?.count ?? -1 }

    static let differences: [Difference] = [
        Difference(
            testDescription: "start", cql: "type=page", more: [QueryItem("start", "5")],
            cloud: { rows($1) == 9 && $1["start"]?.integerValue == 5 },
            dataCenter: { rows($1) == 4 && $0.status == 200 }),
        Difference(
            testDescription: "an unknown space", cql: "space = NOWHERE", cloud: { $0.status == 200 && rows($1) == 0 },
            dataCenter: { answer, _ in answer.status == 500 }),
        Difference(
            testDescription: "an unknown field", cql: "status = current",
            cloud: { answer, _ in
                answer.status == 400 && answer.text.contains("No field exists with the name: 'status'")
            },
            dataCenter: { answer, _ in answer.status == 400 && answer.text.contains("Unsupported CQL field 'status'") }),
        Difference(
            testDescription: "a kind that only Cloud has", cql: "type = whiteboard",
            cloud: { $0.status == 200 && rows($1) == 0 }, dataCenter: { answer, _ in answer.status == 400 }),
        Difference(
            testDescription: "accounts", cql: "type = user and user = currentUser()",
            cloud: { answer, _ in answer.status == 400 }, dataCenter: { rows($1) == 1 && $0.status == 200 }),
        Difference(
            testDescription: "an empty site search", cql: "siteSearch ~ ''",
            cloud: { answer, _ in answer.status == 500 }, dataCenter: { answer, _ in answer.status == 400 }),
        Difference(
            testDescription: "OR within a text", cql: "text ~ 'refund OR standup' and type = page",
            cloud: { $0.status == 200 && rows($1) == 1 }, dataCenter: { rows($1) == 2 && $0.status == 200 }),
        Difference(
            testDescription: "a site search between two clauses",
            cql: "type = page and siteSearch ~ nonsense and space = DOCS",
            cloud: { $0.status == 200 && rows($1) == 7 }, dataCenter: { $0.status == 200 && rows($1) == 0 }),
        Difference(
            testDescription: "a cursor that is none", cql: "type=page", more: [QueryItem("cursor", "bogus")],
            cloud: { answer, _ in answer.status == 400 }, dataCenter: { $0.status == 200 && rows($1) == 9 }),
    ]

    @Test("each difference is there", arguments: differences)
    func differs(_ difference: Difference) throws {
        for kind in ConfluenceSite.Acme.allCases {
            let site = try ConfluenceSite.acme(kind)
            let query = [QueryItem("cql", difference.cql)] + difference.more
            let answer = try site.ask("/rest/api/search", query: query, as: "mira")
            let json = (try? JSONReader.read(answer.body)) ?? .null
            let holds = kind == .cloud ? difference.cloud : difference.dataCenter
            #expect(holds(answer, json), "\(kind): \(answer.status) \(answer.text.prefix(300))")
        }
    }

    static let same = [
        "type = page", "space = DOCS and type = page", "label = policy", "label in (policy, release) order by title",
        "title ~ refund", "text ~ 'refund form'", "siteSearch ~ refund", "ancestor = 98305", "parent = 98312",
        "creator = currentUser()", "contributor = currentUser() order by lastmodified desc", "macro = info",
        "type = attachment and fileExtension = txt", "id in (98310, 98311)", "title = 'refund POLICY'",
        "text ~ 'polic*'", "created > now('-1y') and created < now()", "not (label = policy or space = TEAM)",
        "type = space", "title !~ release and space = DOCS and type = page",
        #"(type=page and space="DOCS") and (title~"refund" or text~"refund")"#,
    ]

    @Test("all else finds the same rows in the same order", arguments: same)
    func agrees(cql: String) throws {
        let found = try ConfluenceSite.Acme.allCases.map { kind in
            let answer = try ConfluenceSite.acme(kind).ask(
                "/rest/api/search", query: [QueryItem("cql", cql), QueryItem("limit", "50")], as: "mira")
            #expect(answer.status == 200)
            return try JSONReader.read(answer.body)["results"]?.arrayValue?.map { row in
                row["content"]?["title"]?.stringValue ?? row["space"]?["key"]?.stringValue
            }
        }
        #expect(found[0] == found[1])
        #expect(found[0]?.isEmpty == false)
    }

    @Test("Cloud looks at numbers that can't be read first, then for the query, then at negative numbers")
    func order() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func status(_ query: [QueryItem]) throws -> (Int, String) {
            let answer = try site.ask("/rest/api/search", query: query, as: "mira")
            return (answer.status, answer.text)
        }
        let bad = QueryItem("limit", "abc"), negative = QueryItem("limit", "-1"), wrong = QueryItem("cql", "type =")
        #expect(try status([bad]).0 == 404)
        #expect(try status([negative]).1.contains("cql query parameter is required"))
        #expect(try status([negative, wrong]).1.contains("limit cannot be less than zero"))
        #expect(try status([negative, QueryItem("start", "-1"), wrong]).1.contains("start cannot be less than zero"))
        #expect(try status([wrong, QueryItem("cql", "type = page")]).1.contains("Could not parse cql : type ="))
    }
}
