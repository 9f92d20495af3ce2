import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("How Cloud's site and spaces look")
struct LookTests {
    private static let path = "/rest/api/settings/lookandfeel"
    private static let docs = [QueryItem("spaceKey", "DOCS")]

    private static func looks(_ site: ConfluenceSite, query: [QueryItem] = docs) throws -> JSON {
        try JSONReader.read(site.ask(path, query: query, as: "mira").body)
    }

    private static func look(headings: String) -> JSON {
        var look = LookAndFeel.standard.json
        look["headings"] = ["color": .string(headings)]
        return look
    }

    private static func choose(_ site: ConfluenceSite, _ type: String, as user: String = "mira") throws -> Int {
        try site.ask(path, .put, as: user, body: ["spaceKey": "DOCS", "lookAndFeelType": .string(type)]).status
    }

    @Test("a space without a theme looks as the site does, and can choose nothing else")
    func inherited() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let looks = try Self.looks(site)
        #expect(looks["selected"] == "global" && looks["global"] == looks["custom"] && looks["theme"] == nil)
        #expect(try Self.choose(site, "custom") == 409)
        #expect(try Self.choose(site, "global") == 200)
        #expect(try Self.choose(site, "painted") == 400)
        #expect(try site.ask(Self.path, .put, as: "mira", body: ["lookAndFeelType": "global"]).status == 400)
    }

    @Test("with a theme a space chooses between the looks, until the theme goes")
    func chosen() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let theme: JSON = ["themeKey": "com.acme:blue"]
        #expect(try site.ask("/rest/api/space/DOCS/theme", .put, as: "mira", body: theme).status == 200)
        for type in ["custom", "theme"] {
            #expect(try Self.choose(site, type) == 200)
            #expect(try Self.looks(site)["selected"]?.stringValue == type)
        }
        #expect(try Self.looks(site)["theme"]?["links"] != nil)
        #expect(try site.ask("/rest/api/space/DOCS/theme", .delete, as: "mira").status == 204)
        #expect(try Self.looks(site)["selected"] == "global")
    }

    @Test("a space's own look is set whole and taken back")
    func custom() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let custom = "\(Self.path)/custom"
        let body = Self.look(headings: "#FF0000")
        let set = try site.ask(custom, .post, query: Self.docs, as: "mira", body: body)
        let answer = try JSONReader.read(set.body)
        #expect(set.status == 200 && answer["headings"]?["color"] == "#FF0000" && answer["_links"] != nil)
        let looks = try Self.looks(site)
        #expect(looks["custom"]?["headings"]?["color"] == "#FF0000")
        #expect(looks["global"] == LookAndFeel.standard.json)
        #expect(try site.ask(custom, .delete, query: Self.docs, as: "mira").status == 204)
        #expect(try Self.looks(site)["custom"] == LookAndFeel.standard.json)
    }

    @Test("the site's look is its administrators' matter, and what every space inherits")
    func ofTheSite() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let custom = "\(Self.path)/custom"
        let body = Self.look(headings: "#00FF00")
        #expect(try site.ask(custom, .post, as: "mira", body: body).status == 403)
        #expect(try site.ask(custom, .post, as: "jonas", body: body).status == 200)
        #expect(try Self.looks(site, query: [])["global"]?["headings"]?["color"] == "#00FF00")
        #expect(try Self.looks(site)["custom"]?["headings"]?["color"] == "#00FF00")
        #expect(try site.ask(custom, .delete, as: "jonas").status == 204)
        #expect(try Self.looks(site)["global"] == LookAndFeel.standard.json)
    }

    @Test("who does not administer the space changes nothing, who does not see it is told of none")
    func permissions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let custom = "\(Self.path)/custom"
        #expect(try Self.choose(site, "global", as: "reader-bot") == 403)
        #expect(try Self.choose(site, "global", as: "ungranted") == 404)
        for method in [Request.Method.post, .delete] {
            let body = method == .post ? LookAndFeel.standard.json : nil
            #expect(try site.ask(custom, method, query: Self.docs, as: "reader-bot", body: body).status == 403)
            #expect(try site.ask(custom, method, query: Self.docs, as: "ungranted", body: body).status == 404)
        }
        #expect(try Self.looks(site)["custom"] == LookAndFeel.standard.json)
    }

    @Test("a look that lacks something, or has a number for a colour, is refused by the name of what is wrong")
    func incomplete() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var number = LookAndFeel.standard.json
        number["links"] = ["color": 7]
        for (body, place) in [(["headings": ["color": "red"]], "links"), (number, "links.color")] as [(JSON, String)] {
            let answer = try site.ask("\(Self.path)/custom", .post, query: Self.docs, as: "mira", body: body)
            #expect(answer.status == 400 && answer.text.contains(place))
        }
        var bare = LookAndFeel.standard.json
        bare["content"] = [:]
        bare["unheardOf"] = true
        #expect(try site.ask("\(Self.path)/custom", .post, query: Self.docs, as: "mira", body: bare).status == 200)
        let kept = try Self.looks(site)["custom"]
        #expect(kept?["content"] == [:] && kept?["unheardOf"] == nil)
    }
}
