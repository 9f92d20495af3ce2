import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Pictures of people and spaces")
struct PictureTests {
    @Test(
        "the picture to which an answer about somebody points can be fetched", arguments: ConfluenceSite.Acme.allCases)
    func person(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let user = try site.read("/rest/api/user/current")
        let path = try #require(user.text("profilePicture", "path"))
        #expect(user["profilePicture"]?["isDefault"]?.boolValue == (kind == .dataCenter))
        let base = site.definition.contextPath
        #expect(
            path.hasPrefix(base + (kind == .cloud ? "/aa-avatar/712020:" : "/images/icons/profilepics/default.svg")))
        let picture = try site.ask(String(path.dropFirst(base.count)), as: "mira")
        #expect(picture.status == 200 && picture.headers["Content-Type"] == "image/svg+xml")
        #expect(picture.text.contains(kind == .cloud ? ">MO</text>" : "<circle"))
    }

    @Test("a space's picture is a PNG, and v1 names it without the context", arguments: ConfluenceSite.Acme.allCases)
    func space(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let space = try site.read("/rest/api/space/DOCS", .get, ["expand": "icon"])
        let path = try #require(space.text("icon", "path"))
        #expect(space["_expandable"]?["icon"] == nil)
        // Whoever looks at a page sees them, as they belong to nobody.
        let picture = try site.ask(path, as: nil)
        #expect(picture.headers["Content-Type"] == "image/png" && picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test("there is no picture of nobody, and no other picture", arguments: ConfluenceSite.Acme.allCases)
    func missing(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try site.ask("/aa-avatar/712020:none", as: "mira").status == 404)
        #expect(try site.ask("/images/logo/confluence-logo.png", as: "mira").status == 404)
        #expect(try site.ask(SitePicture.nobodyPath, as: nil).status == 200)
    }
}
