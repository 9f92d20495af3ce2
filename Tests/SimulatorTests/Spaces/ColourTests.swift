import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("The colours of Data Center's site and spaces")
struct ColourTests {
    private static let site = "/rest/api/color-scheme"
    private static let space = "/rest/api/space/DOCS/color-scheme"
    private static let red: JSON = ["colorSchemeModelLight": ["linkColor": "#FF0000"]]

    private static func link(_ json: JSON, _ look: String = "Light") -> String? {
        json.text("colorSchemeModel\(look)", "linkColor")
    }

    @Test("a space has the site's colours until it is given its own, and again when these are taken back")
    func inherited() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.read(Self.space) == ColourScheme.standard.json)
        #expect(try Self.link(site.read(Self.site, .put, as: "jonas", body: Self.red)) == "#FF0000")
        #expect(try Self.link(site.read(Self.space)) == "#FF0000")
        #expect(try site.read(Self.space + "/type") == ["type": "global"])

        let blue: JSON = ["colorSchemeModelDark": ["linkColor": "#0000ff"]]
        let own = try site.read(Self.space, .put, body: blue)
        #expect(Self.link(own, "Dark") == "#0000ff" && Self.link(own) == "#FF0000")
        #expect(try site.read(Self.space + "/type") == ["type": "custom"])
        #expect(try site.read(Self.space + "/type", .put, body: ["type": "global"]) == ["type": "global"])
        #expect(try Self.link(site.read(Self.space), "Dark") != "#0000ff")

        _ = try site.read(Self.space + "/type", .put, body: ["type": "custom"])
        #expect(try Self.link(site.read(Self.space), "Dark") == "#0000ff")
        #expect(try Self.link(site.read(Self.space + "/reset", .put), "Dark") != "#0000ff")
        #expect(try site.read(Self.site + "/reset", .put, as: "jonas") == ColourScheme.standard.json)
        #expect(try site.read(Self.site + "/default") == ColourScheme.standard.json)
    }

    @Test("the site's colours are its administrators' matter, a space's those of the space; no other text is a colour")
    func refused() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        _ = try site.read(Self.site, .put, as: "mira", body: Self.red, expect: 403)
        _ = try site.read(Self.space, .put, as: "writer-bot", body: Self.red, expect: 403)
        _ = try site.read(Self.space, as: "writer-bot", expect: 403)
        _ = try site.read("/rest/api/space/NONE/color-scheme", expect: 404)
        let pink: JSON = ["colorSchemeModelLight": ["linkColor": "pink"]]
        _ = try site.read(Self.space, .put, body: pink, expect: 400)
        _ = try site.read(Self.space + "/type", .put, body: ["type": "theme"], expect: 400)
    }
}
