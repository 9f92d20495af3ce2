import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Text that nothing can keep, and values beyond all bounds")
struct HostileTextTests {
    typealias Acme = ConfluenceSite.Acme

    /// A request whose hostile part stands where `¿` does.
    struct Sent: Sendable, CustomTestStringConvertible {
        var method: Request.Method = .get
        var path: String
        var body: String?
        var kinds = Acme.allCases
        var testDescription: String { "\(method) \(path) \(body ?? "")" }
    }

    static let sent: [Sent] = [
        Sent(path: "/rest/api/content?title=¿"), Sent(path: "/rest/api/content?spaceKey=¿"),
        Sent(path: "/rest/api/content/¿"), Sent(path: "/rest/api/space/¿"), Sent(path: "/rest/api/content?start=¿"),
        Sent(path: "/rest/api/content/98311?expand=¿"), Sent(path: "/rest/api/content/98311?version=¿"),
        Sent(path: "/rest/api/content/98311/property/¿"), Sent(path: "/rest/api/content/search?cql=title=%22¿%22"),
        Sent(path: "/rest/api/content/search?cql=created%3E%22¿%22"),
        Sent(path: "/rest/api/content/search?cql=type=page&cursor=¿"),
        Sent(method: .delete, path: "/rest/api/content/98311/label/¿"),
        Sent(method: .post, path: "/rest/api/content/98311/label", body: #"[{"prefix":"a¿b","name":"x"}]"#),
        Sent(method: .post, path: "/rest/api/content/98311/label", body: #"[{"prefix":"global","name":"a¿b"}]"#),
        Sent(method: .post, path: "/rest/api/content/98311/property", body: #"{"key":"a¿b","value":{}}"#),
        Sent(method: .post, path: "/rest/api/space", body: #"{"key":"NEW","name":"a¿b"}"#),
        Sent(method: .post, path: "/rest/api/space", body: #"{"key":"N¿W","name":"New"}"#),
        Sent(
            method: .post, path: "/rest/api/content",
            body: #"{"type":"page","title":"a¿b","space":{"key":"DOCS"},"ancestors":[{"id":"¿"}]}"#),
        Sent(path: "/api/v2/pages?title=¿", kinds: [.cloud]), Sent(path: "/api/v2/pages?cursor=¿", kinds: [.cloud]),
        Sent(path: "/api/v2/pages?limit=¿", kinds: [.cloud]), Sent(path: "/api/v2/pages/¿", kinds: [.cloud]),
        Sent(method: .post, path: "/api/v2/pages", body: #"{"spaceId":"65537","title":"a¿b"}"#, kinds: [.cloud]),
        Sent(method: .post, path: "/api/v2/folders", body: #"{"spaceId":"65537","title":"a¿b"}"#, kinds: [.cloud]),
    ]

    /// How a value stands in a path and in JSON.
    static let hostile: [(path: String, json: String)] = [
        ("%00", "\\u0000"), ("a%00b", "x\\u0000y"), ("%ED%A0%80", "\\ud800"), ("%FF", "\\udc00x"),
        ("%EF%BF%BF", "\\uffff"), ("9223372036854775808", "9223372036854775808"), ("-1e400", "-1e400"),
        ("99999-12-31", "99999-12-31"), ("%C0%80", "\\ud800\\ud800"), ("%2F", "\\/"),
    ]

    private static func answer(
        to sent: Sent, _ kind: Acme, _ value: (path: String, json: String)
    ) throws -> Response {
        let site = try ConfluenceSite.acme(kind)
        let root = "http://\(site.definition.host)\(site.definition.contextPath)"
        let url = try WebAddress(parsing: root + sent.path.replacing("¿", with: value.path))
        var request = Request(sent.method, url, headers: ["Authorization": try site.authorization(of: "jonas")])
        if let body = sent.body {
            request.headers["Content-Type"] = "application/json"
            request.body = Array(body.replacing("¿", with: value.json).utf8)
        }
        return site.simulator.respond(to: request)
    }

    @Test("no value makes the site fail, wherever it stands", arguments: sent)
    func stands(sent: Sent) throws {
        for kind in sent.kinds {
            for value in Self.hostile {
                let answer = try Self.answer(to: sent, kind, value)
                #expect(answer.status < 500, "\(kind) \(value.json): \(answer.status) \(answer.text)")
            }
        }
    }

    @Test("a null character is refused and nothing is cut off at it", arguments: sent)
    func null(sent: Sent) throws {
        for kind in sent.kinds {
            let answer = try Self.answer(to: sent, kind, ("DOCS%00x", "DOCS\\u0000x"))
            #expect([400, 404].contains(answer.status), "\(kind): \(answer.status) \(answer.text)")
        }
    }

    @Test("a property's value may hold a null character, as JSON escapes it", arguments: Acme.allCases)
    func property(kind: Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = "/rest/api/content/98311/property"
        _ = try site.read(path, .post, as: "jonas", body: ["key": "odd", "value": ["text": "a\u{0}b"]])
        #expect(try site.read(path + "/odd", as: "jonas").text("value", "text") == "a\u{0}b")
    }

    @Test("what is created below a page of another space is refused, and does not come to be", arguments: Acme.allCases)
    func otherSpace(kind: Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let page: JSON = [
            "type": "page", "title": "Astray", "space": ["key": "DOCS"], "ancestors": [["id": "163841"]],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        _ = try site.read("/rest/api/content", .post, as: "jonas", body: page, expect: 400)
        if kind == .cloud {
            let draft: JSON = ["spaceId": .string(try site.spaceID("DOCS")), "title": "Astray", "parentId": "163841"]
            _ = try site.read("/api/v2/pages", .post, as: "jonas", body: draft, expect: 400)
            _ = try site.read("/api/v2/folders", .post, as: "jonas", body: draft, expect: 400)
        }
        let query = ["spaceKey": "DOCS", "title": "Astray"]
        #expect(try site.read("/rest/api/content", .get, query, as: "jonas").results("id").isEmpty)
    }
}
