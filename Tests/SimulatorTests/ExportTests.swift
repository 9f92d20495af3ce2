import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Documents
import Foundation
import Simulator
import SiteFiles
import Testing

@Suite("An exported site is the same site when it is read again")
struct ExportTests {
    private func again(_ definition: SiteDefinition) throws -> ConfluenceSite {
        try ConfluenceSite(definition)
    }

    /// A site on which much was done, chosen by the seed.
    private func site(_ kind: ConfluenceSite.Acme, seed: UInt64) throws -> ConfluenceSite {
        var chance = SplitMix64(seed: seed)
        let site = try ConfluenceSite.acme(kind) {
            $0.size = SiteSize(
                spaces: 2, pages: 30, attachments: 5, comments: 10, users: 3, restrictions: 4, seed: seed)
            $0.faults = [
                .readyMade("flaky-5xx"),
                .rule(
                    FaultRule(
                        name: "odd",
                        match: .init(methods: ["PUT"], path: "/x*", every: 3, probability: 0.5, seed: seed),
                        effect: .answer(.init(status: 418, headers: [.init("X-Tea", "pot")], body: "short\n")))),
            ]
        }
        try site.perform(.clearFault(nil))
        for number in 0..<20 {
            let title = "Exported \(number)"
            let body = "<p>\(number) ü &amp; \u{1F600}</p>\n<p>more</p>\n"
            let page: JSON = [
                "type": "page", "title": .string(title), "space": ["key": "DOCS"],
                "body": ["storage": ["value": .string(body), "representation": "storage"]],
            ]
            let written = try JSONReader.read(
                try site.ask("/rest/api/content", .post, as: "mira", body: page).body)
            guard let id = written["id"]?.stringValue.flatMap({ Int64($0) }) else { continue }
            switch chance.below(5) {
            case 0: try site.perform(.trash(page: id))
            case 1: try site.perform(.restrictViewing(page: id, to: [.user("mira")]))
            case 2:
                _ = try site.ask(
                    "/rest/api/content/\(id)/label", .post, as: "mira", body: [["prefix": "global", "name": "odd"]])
            case 3:
                var next = page
                if case .object(var object) = next {
                    object["version"] = ["number": 2]
                    next = .object(object)
                }
                _ = try site.ask("/rest/api/content/\(id)", .put, as: "mira", body: next)
            default: break
            }
        }
        try site.perform(.revokeToken("reader-bot-token"))
        try site.perform(.change([.anonymousAccess(true), .rateLimit(RateLimit(budget: 900, windowSeconds: 60))]))
        return site
    }

    @Test("as values", arguments: ConfluenceSite.Acme.allCases, 1...3)
    func values(kind: ConfluenceSite.Acme, seed: UInt64) throws {
        let first = try site(kind, seed: seed).simulator.export()
        #expect((first.records?.rows(of: "content").count ?? 0) > 60)
        let second = try again(first).simulator.export()
        #expect(second == first)
    }

    @Test("as a site file", arguments: ConfluenceSite.Acme.allCases, 4...6)
    func file(kind: ConfluenceSite.Acme, seed: UInt64) throws {
        let exported = try site(kind, seed: seed).simulator.export()
        let text = YAMLWriter.text(SiteWriter.document(exported))
        let read = try SiteFile.read(DocumentReader.read(Array(text.utf8), file: "site.yaml"))
        #expect(read == exported)
        let later = try again(read).simulator.export()
        #expect(YAMLWriter.text(SiteWriter.document(later)) == text)
    }

    @Test("answers clients the same, and finds the same words", arguments: ConfluenceSite.Acme.allCases)
    func answers(kind: ConfluenceSite.Acme) throws {
        let site = try site(kind, seed: 9)
        let copy = try again(try site.simulator.export())
        // A site begins with the faults that its file names.
        try copy.perform(.clearFault(nil))
        for (path, query) in [
            (
                "/rest/api/content/98311",
                [QueryItem("expand", "body.storage,version,history,ancestors,metadata.labels")]
            ),
            ("/rest/api/content/search", [QueryItem("cql", "text ~ \"more\" order by id"), QueryItem("limit", "100")]),
            ("/rest/api/space", []),
        ] {
            let answer = try site.ask(path, query: query, as: "mira")
            #expect(answer.status == 200)
            #expect(try copy.ask(path, query: query, as: "mira").body == answer.body)
        }
        #expect(try copy.ask("/rest/api/content/98311", as: "reader-bot").status != 200)
    }

    @Test("leaves secrets out where it is told to", arguments: ConfluenceSite.Acme.allCases)
    func secrets(kind: ConfluenceSite.Acme) throws {
        let site = try site(kind, seed: 2)
        let text = YAMLWriter.text(SiteWriter.document(try site.simulator.export(withSecrets: false)))
        for user in site.definition.users {
            for secret in user.tokens.map(\.value) + [user.password].compactMap(\.self) {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test("names what it can't take")
    func unknown() throws {
        var site = try ConfluenceSite.acme(.cloud).simulator.export()
        site.records?.tables.append(.init(name: "recipes", rows: [.init([.init(column: "id", value: .integer(1))])]))
        let table = #expect(throws: (any Error).self) { try again(site) }
        #expect("\(try #require(table))".contains("“recipes”"))
        site.records?.madeUpTo = "of the year 2040"
        let later = #expect(throws: (any Error).self) { try again(site) }
        #expect("\(try #require(later))".contains("written by a later release"))
    }
}
