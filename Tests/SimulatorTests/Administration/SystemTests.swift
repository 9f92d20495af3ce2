import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("What a site says of itself, and converts")
struct SystemTests {
    @Test("Cloud tells its cloud id, Data Center its release")
    func info() throws {
        let cloud = try ConfluenceSite.acme(.cloud)
        let info = try JSONReader.read(cloud.ask("/rest/api/settings/systemInfo", as: "mira").body)
        #expect(info["cloudId"]?.stringValue == cloud.definition.cloudID)
        let dataCenter = try ConfluenceSite.acme(.dataCenter)
        let server = try JSONReader.read(dataCenter.ask("/rest/api/server-information", as: "mira").body)
        #expect(server["version"] == "9.2.0")
        #expect(try dataCenter.ask("/rest/api/accessmode").text == "\"READ_WRITE\"")
        try dataCenter.perform(.change([.readOnly(true)]))
        #expect(try dataCenter.ask("/rest/api/accessmode").text == "\"READ_ONLY\"")
    }

    @Test("Data Center counts what there is for administrators of the site alone, from 9.1 on")
    func metrics() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.ask("/rest/api/instance-metrics", as: "mira").status == 403)
        func pages() throws -> Int64? {
            try JSONReader.read(site.ask("/rest/api/instance-metrics", as: "jonas").body)["pages"]?.integerValue
        }
        let before = try #require(try pages())
        _ = try site.ask("/rest/api/content/98311", .delete, as: "mira")
        #expect(try pages() == before - 1)
        let counts = try JSONReader.read(site.ask("/rest/api/instance-metrics", as: "jonas").body)
        #expect(counts["spaces"]?.integerValue == Int64(site.definition.spaces.count))
        #expect(counts["users"]?.integerValue == Int64(site.definition.users.filter(\.isActive).count))
    }

    @Test("Cloud has no themes of apps to list")
    func themes() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let list = try JSONReader.read(site.ask("/rest/api/settings/theme", as: "mira").body)
        #expect(list["results"] == [] && list["limit"]?.integerValue == 100)
        #expect(try site.ask("/rest/api/settings/theme/no.such.theme", as: "mira").status == 404)
    }

    private static let body: JSON = ["value": "h1. Title", "representation": "wiki"]

    @Test("a body is converted at once", arguments: ConfluenceSite.Acme.allCases)
    func converted(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let storage = try site.ask("/rest/api/contentbody/convert/storage", .post, as: "reader-bot", body: Self.body)
        #expect(try JSONReader.read(storage.body)["value"] == "<h1>Title</h1>")
        let view = try site.ask("/rest/api/contentbody/convert/view", .post, as: "reader-bot", body: Self.body)
        #expect(try JSONReader.read(view.body)["representation"] == "view")
        #expect(try JSONReader.read(view.body)["value"]?.stringValue?.contains("Title</h1>") == true)
        let unknown = try site.ask("/rest/api/contentbody/convert/pdf", .post, as: "reader-bot", body: Self.body)
        #expect(unknown.status == 400)
        let bad: JSON = ["value": "<p>open", "representation": "storage"]
        #expect(try site.ask("/rest/api/contentbody/convert/view", .post, as: "mira", body: bad).status == 400)
    }

    @Test("or fetched later")
    func fetched() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try site.ask("/rest/api/contentbody/convert/async/storage", .post, as: "mira", body: Self.body)
        let id = try #require(try JSONReader.read(answer.body)["asyncId"]?.stringValue)
        let kept = try JSONReader.read(site.ask("/rest/api/contentbody/convert/async/\(id)", as: "mira").body)
        #expect(kept["status"] == "COMPLETED" && kept["value"] == "<h1>Title</h1>")
    }
}
