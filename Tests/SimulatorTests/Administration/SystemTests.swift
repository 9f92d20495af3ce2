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
