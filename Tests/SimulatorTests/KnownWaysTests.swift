import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Ways found before")
struct KnownWaysTests {
    @Test(
        "who asks for more addresses than are remembered is answered about each of them",
        arguments: ConfluenceSite.Acme.allCases)
    func manyAddresses(_ kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func ask(_ id: Int) throws -> Response {
            try site.ask("/rest/api/content/\(id)", query: [QueryItem("expand", "version")], as: "reader-bot")
        }
        #expect(try ask(98311).status == 200)
        // None of these exists, and each refusal is of its own address.
        for id in 800_000..<800_600 { #expect(try ask(id).status == 404) }
        let answer = try ask(98311)
        #expect(answer.status == 200)
        #expect(answer.text.contains("98311"))
        #expect(try ask(800_000).status == 404)
    }

    @Test(
        "one path is another way for another method, query or part of the host", arguments: ConfluenceSite.Acme.allCases
    )
    func otherRequests(_ kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let read = try site.request("/rest/api/content/98311", as: "reader-bot")
        var deletion = read
        deletion.method = .delete
        var head = read
        head.method = .head
        let expanded = try site.request(
            "/rest/api/content/98311", query: [QueryItem("expand", "body.storage")], as: "reader-bot")
        for _ in 0..<2 {
            let answer = site.simulator.respond(to: read)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("\"storage\":{\"value\""))
            #expect(site.simulator.respond(to: deletion).status != 200)
            #expect(site.simulator.respond(to: head).body.isEmpty)
            #expect(site.simulator.respond(to: expanded).text.contains("\"storage\":{\"value\""))
        }
    }
}
