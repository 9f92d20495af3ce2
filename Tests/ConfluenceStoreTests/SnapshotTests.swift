import CQL
import ConfluenceModel
import ConfluenceStore
import Foundation
import Testing

@Suite("A snapshot of a store brings back all that was there")
struct SnapshotTests {
    @Test("however states are kept, left and restored, each reads as it did", arguments: 1...8)
    func walk(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let store = try Fixture.store()
        var kept = [(snapshot: try store.snapshot(), reading: try Reading(of: store))]
        for step in 0..<60 {
            switch chance.below(4) {
            case 0: kept.append((try store.snapshot(), try Reading(of: store)))
            case 1:
                let state = kept[chance.below(kept.count)]
                try store.restore(state.snapshot)
                #expect(try Reading(of: store) == state.reading)
            default: try change(store, step, &chance)
            }
        }
        for state in kept.reversed() {
            try store.restore(state.snapshot)
            #expect(try Reading(of: store) == state.reading)
        }
    }

    @Test("a write that fails after a restore leaves the restored state")
    func failedWrite() throws {
        struct Unwanted: Error {}
        let store = try Fixture.store()
        let start = try store.snapshot()
        let reading = try Reading(of: store)
        var chance = SplitMix64(seed: 1)
        try change(store, 1, &chance)
        try store.restore(start)
        #expect(throws: Unwanted.self) {
            try store.write { writer in
                try writer.purge(id: 1010)
                throw Unwanted()
            }
        }
        #expect(try Reading(of: store) == reading)
    }

    @Test("two stores of one definition change apart")
    func apart() throws {
        let (one, other) = (try Fixture.store(), try Fixture.store())
        let reading = try Reading(of: other)
        var chance = SplitMix64(seed: 2)
        for step in 0..<20 { try change(one, step, &chance) }
        #expect(try Reading(of: other) == reading)
        #expect(try Reading(of: one) != reading)
    }

    private func change(_ store: ContentStore, _ step: Int, _ chance: inout SplitMix64) throws {
        let (pick, choice) = (chance.below(1000), chance.below(5))
        try store.write { writer in
            let author = try #require(try writer.reader.account(name: "ada"))
            let ids = try writer.reader.pages().map(\.id)
            let id = ids[pick % ids.count]
            switch choice {
            case 0:
                let space = try #require(try writer.reader.space(key: "PORT"))
                _ = try writer.createContent(
                    kind: .page, title: "Tide table \(step)-\(pick)", spaceID: space.id, parentID: nil,
                    body: "<p>high water and fenders \(pick)</p>", author: author, now: Fixture.now)
            case 1:
                _ = try writer.updateContent(
                    id: id, body: "<p>fenders \(step)</p>" + String(repeating: "<p>rope</p>", count: pick),
                    author: author, now: Fixture.now)
            case 2: try writer.addLabel(name: "label-\(pick % 7)", to: id)
            case 3: try writer.setRestriction(of: id, operation: .view, subjects: [.user("ada")])
            default:
                if ids.count > 6 { try writer.purge(id: id) }
            }
        }
    }
}

extension StoreReader {
    fileprivate func pages() throws -> [ContentRecord] {
        try contents(ContentFilter(), visibleTo: Viewer(account: nil, bypasses: true), limit: 10_000)
    }
}

/// What a site shows: its content with bodies, and what searches find.
private struct Reading: Equatable {
    var contents: [ContentRecord]
    var bodies: [String?]
    var labels: [[LabelRecord]]
    var found: [Int64]
    var seenByBen: [Int64]

    init(of store: ContentStore) throws {
        let query = try CQLParser.parse("text ~ fenders or label = label-3 order by id")
        let ben = try store.viewer("ben")
        self = try store.read { reader in
            let contents = try reader.pages()
            return Reading(
                contents: contents,
                bodies: try contents.map { try reader.body(of: $0.id, version: $0.version.number) },
                labels: try contents.map { try reader.allLabels(of: $0.id) },
                found: try reader.search(
                    query, context: SearchContext(viewer: Viewer(account: nil, bypasses: true), now: Fixture.now),
                    limit: 999
                )
                .hits.compactMap(\.contentID),
                seenByBen: try reader.contents(ContentFilter(), visibleTo: ben, limit: 10_000).map(\.id))
        }
    }

    private init(
        contents: [ContentRecord], bodies: [String?], labels: [[LabelRecord]], found: [Int64], seenByBen: [Int64]
    ) {
        self.contents = contents
        self.bodies = bodies
        self.labels = labels
        self.found = found
        self.seenByBen = seenByBen
    }
}

extension SearchHit {
    fileprivate var contentID: Int64? { if case .content(let content) = entity { content.id } else { nil } }
}
