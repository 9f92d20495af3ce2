import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("The current user")
struct CurrentUserTests {
    @Test(
        "tells every licensed user who it is", arguments: ConfluenceSite.Acme.allCases,
        ["mira", "reader-bot", "ungranted"])
    func known(kind: ConfluenceSite.Acme, name: String) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask("/rest/api/user/current", as: name)
        let user = try JSONReader.read(answer.body)
        #expect(answer.status == 200)
        #expect(user["type"]?.stringValue == "known")
        #expect(user["displayName"]?.stringValue == (try site.user(name).displayName))
    }

    @Test("names accounts as each deployment does")
    func names() throws {
        let cloud = try ConfluenceSite.acme(.cloud)
        let onCloud = try JSONReader.read(cloud.ask("/rest/api/user/current", as: "mira").body)
        #expect(onCloud["accountId"]?.stringValue == (try cloud.user("mira").accountID))
        #expect(onCloud["username"] == nil)

        let dataCenter = try ConfluenceSite.acme(.dataCenter)
        let onDataCenter = try JSONReader.read(dataCenter.ask("/rest/api/user/current", as: "mira").body)
        #expect(onDataCenter["username"]?.stringValue == "mira")
        #expect(onDataCenter["userKey"]?.stringValue == (try dataCenter.user("mira").userKey))
        #expect(onDataCenter["accountId"] == nil)
    }
}
