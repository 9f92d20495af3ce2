import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Who may do what, by the admin API")
struct AdminRightsTests {
    private func serving(
        _ kind: ConfluenceSite.Acme,
        _ body: (ConfluenceSite, AdminClient, String) async throws -> Void
    ) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await AdminClient.serving([site]) { client in
            try await body(site, client, "/sites/\(site.definition.name)")
        }
    }

    @Test(
        "the verdict on reading is what a request gets, in the journal's words", arguments: ConfluenceSite.Acme.allCases
    )
    func verdicts(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            for user in site.definition.users.map(\.name) {
                for page in [98311, 98320, 131_074] {
                    let answer = try await client.visit(site, "/rest/api/content/\(page)", as: user)
                    let verdict = try await client.json(path + "/verdict?user=\(user)&page=\(page)&operation=read")
                    #expect(verdict["granted"] == .bool(answer.status == 200), "\(user) \(page)")
                    #expect(verdict["status"] == (answer.status == 200 ? .null : .integer(Int64(answer.status))))
                    let step = site.journal.last?.steps.last { $0.stage.rawValue == verdict["stage"]?.stringValue }
                    #expect(verdict["words"]?.stringValue == step?.words, "\(user) \(page)")
                }
            }
        }
    }

    @Test("a visitor and an operation in a space are weighed too", arguments: ConfluenceSite.Acme.allCases)
    func spaces(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { _, client, path in
            let visitor = try await client.json(path + "/verdict?user=anonymous&space=DOCS&operation=view")
            #expect(visitor["granted"] == false)
            let unnamed = try await client.json(path + "/verdict?space=DOCS&operation=view")
            #expect(unnamed == visitor)
            let writer = try await client.json(path + "/verdict?user=writer-bot&space=DOCS&operation=create-page")
            #expect(writer["granted"] == true)
            #expect(writer["status"] == .null)
        }
    }

    @Test("the matrix of a space names everybody, with through what each right is held")
    func matrix() async throws {
        try await serving(.cloud) { site, client, path in
            let matrix = try await client.json(path + "/spaces/TEAM/rights")
            #expect(matrix["operations"]?.arrayValue?.count == SpaceOperation.allCases.count)
            let rows = try #require(matrix["rows"]?.arrayValue)
            #expect(rows.map { $0["user"] } == site.definition.users.map { .string($0.name) } + [.null])
            let mira = try #require(rows.first { $0["user"] == "mira" })
            let view = mira["rights"]?["view"]?.arrayValue?.compactMap { $0["short"]?.stringValue }
            #expect(view?.sorted() == ["own", "team"])
            #expect(mira["barrier"] == .null)
            let reader = try #require(rows.first { $0["user"] == "reader-bot" })
            #expect(reader["rights"] == [:])
            let unlicensed = try #require(rows.first { $0["user"] == "unlicensed" })
            #expect(unlicensed["barrier"]?.stringValue?.contains("licence") == true)
        }
    }

    @Test(
        "what is wrong is named",
        arguments: [
            ("/verdict?user=mirra&page=98311&operation=read", 404, "mira"),
            ("/verdict?user=mira&page=98311&operation=reed", 400, "read"),
            ("/verdict?user=mira&space=DOCS&operation=create-pag", 400, "create-page"),
            ("/verdict?user=mira&space=DOC&operation=view", 404, "DOCS"),
            ("/verdict?user=mira&page=home&operation=read", 400, nil), ("/verdict?user=mira&operation=read", 400, nil),
            ("/verdict?page=98311&space=DOCS&operation=read", 400, nil), ("/spaces/DOC/rights", 404, "DOCS"),
        ] as [(String, Int, String?)])
    func mistakes(target: String, status: Int, nearest: String?) async throws {
        try await serving(.cloud) { _, client, path in
            let answer = try await client.ask(path + target)
            #expect(answer.status == status)
            let json = try JSONReader.read(answer.body)
            #expect(json["error"]?.stringValue?.isEmpty == false)
            #expect(json["nearest"] == nearest.map(JSON.string) ?? .null)
        }
    }
}
