import CQL
import ConfluenceModel
import ConfluenceStore
import Foundation
import Testing

/// A data file tells its indexes at once; a site in memory tells them when it must.
@Suite("A new site in memory is searched as if its words had been indexed at once")
struct OwedWordsTests {
    /// What is done first with a new site.
    struct FirstAct: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var perform: @Sendable (ContentStore) throws -> Void
    }

    private struct Unwanted: Error {}

    private static let acts = [
        FirstAct(testDescription: "nothing") { _ in },
        FirstAct(testDescription: "reading") { store in _ = try store.read { try $0.content(id: 1001) } },
        FirstAct(testDescription: "a new page") { store in
            try store.write { writer in
                let author = try #require(try writer.reader.account(name: "ada"))
                let space = try #require(try writer.reader.space(key: "PORT"))
                _ = try writer.createContent(
                    kind: .page, title: "Fender stock", spaceID: space.id, parentID: nil,
                    body: "<p>Fenders for every mooring</p>", author: author, now: Fixture.now)
            }
        },
        FirstAct(testDescription: "other words") { store in
            try store.write { writer in
                let author = try #require(try writer.reader.account(name: "ada"))
                _ = try writer.updateContent(
                    id: 1001, title: "Anchoring", body: "<p>Lower the anchor</p>", author: author, now: Fixture.now)
                try writer.addLabel(name: "anchor", to: 1001)
            }
        },
        FirstAct(testDescription: "a page and a space removed for good") { store in
            try store.write { writer in
                try writer.purge(id: 1002)
                let space = try #require(try writer.reader.space(key: "OPEN"))
                try writer.deleteSpace(id: space.id)
            }
        },
        FirstAct(testDescription: "a write that fails") { store in
            #expect(throws: Unwanted.self) {
                try store.write { writer in
                    try writer.purge(id: 1001)
                    throw Unwanted()
                }
            }
        },
        FirstAct(testDescription: "a state kept") { store in
            let state = try store.snapshot()
            try store.write { try $0.purge(id: 1001) }
            try store.restore(state)
        },
        FirstAct(testDescription: "another site's state") { store in
            try store.restore(try Fixture.store().snapshot())
        },
    ]

    @Test("whatever is done first", arguments: acts)
    func first(_ act: FirstAct) throws {
        try withDataFile { file in
            let store = try ContentStore(Self.definition, now: Fixture.now)
            try act.perform(store)
            try act.perform(file)
            #expect(try Findings(in: store) == Findings(in: file))
        }
    }

    @Test("the site as it began comes back with its words, whatever was done", arguments: acts)
    func back(_ act: FirstAct) throws {
        try withDataFile { file in
            let store = try ContentStore(Self.definition, now: Fixture.now)
            try act.perform(store)
            let first = try #require(try store.first())
            try store.restore(first)
            let findings = try Findings(in: file)
            #expect(try Findings(in: store) == findings)
            #expect(try Findings(in: ContentStore(first)) == findings)
        }
    }

    @Test("a site made of another one's records began with them")
    func records() throws {
        var definition = Self.definition
        let store = try ContentStore(definition, now: Fixture.now)
        definition.records = try store.read { try $0.records() }
        let copy = try ContentStore(definition, now: Fixture.now)
        try copy.write { try $0.purge(id: 1001) }
        try copy.restore(try #require(try copy.first()))
        #expect(try Findings(in: copy) == Findings(in: store))
    }

    // MARK: - Fixtures

    /// With comments, one of them about a text, an app's content and made-up pages beside those of the fixture.
    private static let definition: SiteDefinition = {
        var definition = Fixture.definition
        definition.size = SiteSize(spaces: 2, pages: 20, seed: 3)
        var page = PageDefinition(
            id: 5000, title: "Tides", body: "<p>High water at noon, low water in the evening</p>", labels: ["tide"])
        page.comments = [
            CommentDefinition(
                body: "<p>Which noon?</p>", selection: .init("at noon"),
                replies: [CommentDefinition(body: "<p>Harbour time, near the fenders</p>")])
        ]
        page.customContents = [
            CustomContentDefinition(type: "ac:app:tide", title: "Tide gauge", body: "<p>Fender height</p>")
        ]
        definition.spaces[1].pages.append(page)
        return definition
    }()

    private func withDataFile(_ body: (ContentStore) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "owed-words-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try ContentStore(dataFile: folder.appending(path: "site").path(percentEncoded: false))
        try file.fill(with: Self.definition, now: Fixture.now)
        try body(file)
    }
}

/// What searches find, with titles and excerpts.
private struct Findings: Equatable {
    private static let queries = [
        "text ~ fenders", "text ~ mooring and type = page", "title ~ mooring", "siteSearch ~ harbour",
        "siteSearch ~ quay", "text ~ \"soundings\"", "text ~ noon", "text ~ \"lam*\"", "text ~ anchor",
        "label = safety", "text ~ safety", "text ~ release", "title ~ \"log*\" order by title",
        "text ~ release and label = runbook",
    ]

    var hits: [[SearchHit]]

    init(in store: ContentStore) throws {
        let context = SearchContext(
            viewer: Viewer(account: nil, bypasses: true), now: Fixture.now, includeArchivedSpaces: true,
            includesSpaces: true)
        hits = try Self.queries.map { query in
            let query = try CQLParser.parse(query)
            return try store.read { try $0.search(query, context: context, limit: 200).hits }
        }
    }
}
