import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// The code under test: it publishes the notes of a release, once.
struct NotesPublisher {
    let root: WebAddress
    let authorization: String
    let send: Send

    struct Refused: Error, Equatable {
        let status: Int
    }

    func publish(_ title: String, _ body: String) async throws {
        let found = try await ask(.get, query: [QueryItem("spaceKey", "REL"), QueryItem("title", title)])
        if found["results"]?.arrayValue?.isEmpty == false { return }
        let page: JSON = [
            "type": "page", "title": .string(title), "space": ["key": "REL"],
            "body": ["storage": ["value": .string(body), "representation": "storage"]],
        ]
        _ = try await ask(.post, body: JSONWriter.compact(page))
    }

    private func ask(_ method: Request.Method, query: [QueryItem] = [], body: [UInt8] = []) async throws -> JSON {
        let headers: Headers = ["Authorization": authorization, "Content-Type": "application/json"]
        let address = root.appending("/rest/api/content", query: query)
        let answer = try await send(Request(method, address, headers: headers, body: body))
        guard answer.isSuccess else { throw Refused(status: answer.status) }
        return try JSONReader.read(answer.body)
    }
}

@Suite(
    "Notes of a release are published once",
    .confluence(
        Site(.cloud) {
            User("ci") { Token("ci-token", kind: .apiToken) }
            User("mira")
            Space("REL", name: "Releases") {
                Permission(.user("mira"), .all)
                Permission(.user("ci"), [.view, .createPage])
                Page("Releases")
            }
        }))
struct PublisherTests {
    private func publisher(for site: ConfluenceSite) throws -> NotesPublisher {
        NotesPublisher(
            root: try WebAddress(parsing: site.url), authorization: try site.authorization(of: "ci"), send: site.send)
    }

    @Test("the second time nothing is written")
    func once() async throws {
        let site = try ConfluenceSite.current
        for _ in 1...2 { try await publisher(for: site).publish("Release 1.4", "<p>Faster search.</p>") }
        site.expectCalls(inOrder: true) {
            Call(.get, "/rest/api/content", status: 200, by: "ci")
            Call(.post, "/rest/api/content", status: 200, by: "ci")
            Call(.get, "/rest/api/content", status: 200, by: "ci")
        }
        site.expectNoSecretsInAddresses()
    }

    @Test("who may not write is told so", arguments: ["Release 1.4", "Release 1.5"])
    func noPermission(title: String) async throws {
        let site = try ConfluenceSite.current
        try site.withdraw([.createPage], from: .user("ci"), in: "REL")
        await #expect(throws: NotesPublisher.Refused(status: 403)) {
            try await publisher(for: site).publish(title, "<p>Faster search.</p>")
        }
    }

    @Test("a token that has ended writes nothing")
    func revoked() async throws {
        let site = try ConfluenceSite.current
        try site.revoke(token: "ci-token")
        await #expect(throws: NotesPublisher.Refused(status: 403)) {
            try await publisher(for: site).publish("Release 1.4", "<p>Faster search.</p>")
        }
        site.expectNoWrites()
    }
}
