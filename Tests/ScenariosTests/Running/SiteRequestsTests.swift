import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import Scenarios

@Suite("A scenario asks the site itself, in the name of its accounts")
struct SiteRequestsTests {
    private static let page: JSON = [
        "id": "7", "title": "Home", "version": ["number": 3], "ancestors": [["id": "5"]],
        "body": ["storage": ["value": "<p>Refunds</p>"]],
    ]

    /// A site with one page and its labels.
    private static func world() -> Samples.World {
        Samples.World { request in
            let path = request.url.path
            let json: JSON
            if path.hasSuffix("/content/7/label") {
                json = ["results": [["name": "policy"], ["name": "draft"]]]
            } else if path.hasSuffix("/content/7") {
                json = page
            } else if path.hasSuffix("/content") {
                json = ["results": request.url.queryItems.contains(QueryItem("title", "Home")) ? [page] : []]
            } else {
                return Response(status: 404)
            }
            return Response(status: 200, body: JSONWriter.compact(json))
        }
    }

    @Test("a raw request carries the credentials of the token that it names")
    func rawRequest() async throws {
        let world = Self.world()
        let runner = ScenarioRunner(world: world.world, driver: Samples.CannedDriver { _, _ in .value(.null) })
        let steps = """
            steps:
              - {http: {path: "/rest/api/content/7?expand=space", as: reader-token}, expect: {status: 200, json: {id: "7"}}}
              - {http: {method: POST, path: /rest/api/content, body: {a: "{{user.jonas.name}}"}}}
              - {http: {path: /, as: raeder-token}}

            """
        let report = await runner.run([try Samples.scenario(Samples.header + steps)])
        let requests = world.log.withLock { $0.requests }
        #expect(
            requests.map(\.url.description) == [
                "http://acme.atlassian.net/wiki/rest/api/content/7?expand=space",
                "http://acme.atlassian.net/wiki/rest/api/content",
            ])
        let expected = BasicCredentials(user: "reader-bot@acme.example", password: "reader-secret-value").headerValue
        #expect(requests[0].headers["Authorization"] == expected)
        #expect(requests[1].headers["Authorization"] == nil)
        #expect(String(decoding: requests[1].body, as: UTF8.self) == #"{"a":"jonas"}"#)
        #expect(
            report.scenarios[0].steps[2].problems == [
                "sample.yaml:15:5: steps[2]: unknown token or user “raeder-token”, did you mean “reader-token”?"
            ])
    }
}
