import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Bodies converted several at once")
struct BulkConversionTests {
    private static let path = "/rest/api/contentbody/convert/async/bulk/tasks"

    private static func input(_ value: String, to form: String = "view") -> JSON {
        ["to": .string(form), "body": ["representation": "storage", "value": .string(value)]]
    }

    @Test("each has an id of its own, by which it is fetched; one that can't be converted has none")
    func several() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let inputs: JSON = [Self.input("<p>one</p>"), Self.input("<p>two"), Self.input("<p>three</p>", to: "editor")]
        let accepted = try site.read(Self.path, .post, body: ["conversionInputs": inputs])
        let ids = try #require(accepted.arrayValue?.compactMap { $0.text("asyncId") })
        #expect(ids.count == 3 && ids[1] == "FAILED_TO_QUEUE")
        let found = try #require(site.read(Self.path, .get, ["ids": "\(ids[2]),\(ids[0]),none"]).arrayValue)
        #expect(found.map { $0.text("status") } == ["COMPLETED", "COMPLETED", "FAILED"])
        #expect(found[1].text("value")?.contains("one") == true && found[0].text("representation") == "editor")
    }

    @Test("the result is kept for five minutes")
    func kept() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = ["representation": "storage", "value": "<p>one</p>"]
        let path = "/rest/api/contentbody/convert/async"
        let id = try #require(site.read("\(path)/view", .post, body: body).text("asyncId"))
        try site.perform(.advanceClock(seconds: 299))
        #expect(try site.read("\(path)/\(id)").text("value")?.contains("one") == true)
        try site.perform(.advanceClock(seconds: 2))
        _ = try site.read("\(path)/\(id)", expect: 404)
        #expect(try site.read(Self.path, .get, ["ids": id])[0]?.text("status") == "FAILED")
    }

    @Test("there is a limit to them")
    func limits() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let many = JSON.array(Array(repeating: Self.input("<p>x</p>"), count: 11))
        _ = try site.read(Self.path, .post, body: ["conversionInputs": many], expect: 400)
        _ = try site.read(Self.path, .post, body: ["conversionInputs": []], expect: 400)
        let ids = (1...51).map(String.init).joined(separator: ",")
        _ = try site.read(Self.path, .get, ["ids": ids], expect: 400)
    }
}
