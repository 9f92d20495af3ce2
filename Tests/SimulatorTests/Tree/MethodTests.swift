import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("A method that an endpoint does not take")
struct MethodTests {
    @Test("Data Center says by which methods the endpoint is used, without a body")
    func dataCenter() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        for (path, method, allowed) in [
            ("/rest/api/content/98311", Request.Method.post, "HEAD,GET,OPTIONS,PUT,DELETE"),
            ("/rest/api/search", .put, "HEAD,GET,OPTIONS"),
            ("/rest/api/content/98311/child/label", .post, "HEAD,GET,OPTIONS"),
        ] {
            let refused = try site.ask(path, method, as: "mira")
            #expect(refused.status == 405 && refused.headers["Allow"] == allowed && refused.body.isEmpty, "\(path)")
            let told = try site.ask(path, .options, as: "mira")
            #expect(told.status == 200 && told.headers["Allow"] == allowed && told.body.isEmpty, "\(path)")
        }
        // Browsers ask before they show who they are.
        #expect(try site.ask("/rest/api/content", .options).headers["Allow"] == "HEAD,GET,OPTIONS,POST")
        #expect(try site.ask("/rest/api/nonsense", .options, as: "mira").status == 404)
    }

    @Test("on Data Center the path that fits best decides by itself which methods are taken")
    func closest() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        for (path, method, allowed) in [
            ("/rest/api/content/search", Request.Method.put, "HEAD,GET,OPTIONS"),
            ("/rest/api/content/search", .delete, "HEAD,GET,OPTIONS"),
            ("/rest/api/content/scan", .delete, "HEAD,GET,OPTIONS"),
            ("/rest/api/space/_private", .put, "OPTIONS,POST"),
            ("/rest/api/webhooks/test", .delete, "OPTIONS,POST"),
            ("/rest/experimental/template/page", .delete, "HEAD,GET,OPTIONS"),
        ] {
            let refused = try site.ask(path, method, as: "mira", body: [:])
            #expect(refused.status == 405 && refused.headers["Allow"] == allowed && refused.body.isEmpty, "\(path)")
        }
        #expect(
            try site.ask("/rest/api/content/search", query: [QueryItem("cql", "type=page")], as: "mira").status == 200)
        #expect(try site.ask("/rest/api/content/98312", .delete, as: "writer-bot").status == 204)
    }

    @Test("Cloud answers in the words of the layer that serves the endpoint")
    func cloud() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let older = try site.ask("/rest/api/content/98311/child/label", .post, as: "mira")
        #expect(older.status == 405 && older.headers["Allow"] == "HEAD,GET,OPTIONS" && older.body.isEmpty)
        let newer = try site.ask("/rest/api/space/DOCS/label", .put, as: "mira")
        #expect(newer.status == 405 && newer.headers["Allow"] == nil)
        let error = try JSONReader.read(newer.body)["errors"]?[0]
        #expect(error?["code"] == "METHOD_NOT_ALLOWED" && error?["detail"] == nil)
        #expect(error?["title"]?.stringValue?.hasSuffix("Request method 'PUT' not supported") == true)
        let version2 = try site.ask("/api/v2/pages/98311/labels", .post, as: "mira")
        #expect(version2.status == 405 && version2.headers["Allow"] == nil)
        let space = try site.ask("/rest/api/space", .options, as: "mira")
        #expect(space.status == 404)
        let missing: JSON = ["errors": [["status": 404, "code": "NOT_FOUND", "title": "Not Found"]]]
        #expect(try JSONReader.read(space.body) == missing)
        let search = try site.ask("/rest/api/search", .options, as: "mira")
        #expect(search.status == 204 && search.headers["Allow"] == "HEAD,GET,OPTIONS")
    }
}
