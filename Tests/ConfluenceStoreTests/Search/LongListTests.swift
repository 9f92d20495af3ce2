import CQL
import ConfluenceModel
import ConfluenceStore
import Testing

/// Searches whose every list is too long to be looked at row by row.
@Suite("Searches along long lists")
struct LongListTests {
    /// Two spaces of as many pages each, every one labelled, every third of them with a second label; ids by space.
    private static func site() throws -> (store: ContentStore, ids: [String: [Int64]]) {
        var definition = Fixture.definition
        var ids: [String: [Int64]] = [:]
        definition.spaces = ["LOW", "HIGH"].enumerated().map { place, key in
            let pages = (0..<1200).map { number in
                PageDefinition(
                    id: Int64(place * 10_000 + number + 1), title: "\(key) \(number)", body: "<p>word</p>",
                    labels: number.isMultiple(of: 3) ? ["all", "third"] : ["all"])
            }
            ids[key] = pages.compactMap(\.id)
            return SpaceDefinition(
                key: key, name: key, permissions: [SpaceGrant(.anonymous, [.view])], pages: pages)
        }
        return (try ContentStore(definition, now: Fixture.now), ids)
    }

    @Test("give the rows of one space, newest first, whichever clause comes first")
    func oneSpace() throws {
        let (store, ids) = try Self.site()
        for query in ["label = all and space = LOW", "space = LOW and label = all", "space in (LOW) and label = all"] {
            let found = try store.find(query, as: nil, limit: 2000)
            #expect(found.hits.compactMap(\.content?.id) == ids["LOW"]?.reversed(), "\(query)")
        }
        let third = try store.find("space = LOW and label = all and label = third", as: nil, limit: 2000)
        #expect(third.hits.compactMap(\.content?.id) == ids["LOW"]?.filter { $0 % 3 == 1 }.reversed())
        #expect(try store.find("label = all and space in (LOW, HIGH)", as: nil, limit: 3000).hits.count == 2400)
    }

    @Test("go on behind a place without losing or repeating a row")
    func pages() throws {
        let (store, ids) = try Self.site()
        var found: [Int64] = []
        var place: SearchPlace?
        let query = try CQLParser.parse("label = all and space = LOW")
        let context = SearchContext(viewer: try store.viewer(nil), now: Fixture.now, furtherTypes: [])
        repeat {
            let page = try store.read { try $0.search(query, context: context, behind: place, limit: 500) }
            found += page.hits.compactMap(\.content?.id)
            place = page.hasMore ? page.next : nil
        } while place != nil
        #expect(found == ids["LOW"]?.reversed())
    }

    @Test("find what lies below a page, in each order, and count it")
    func ancestor() throws {
        var definition = Fixture.definition
        let below: [PageDefinition] = (0..<60).map { branch in
            let id = Int64(1000 + branch * 100)
            let leaves = (1...30).map { PageDefinition(id: id + Int64($0), title: "Leaf \(branch)-\($0)") }
            return PageDefinition(id: id, title: "Branch \(branch)", children: leaves)
        }
        let pages = [
            PageDefinition(id: 1, title: "Root", children: below), PageDefinition(id: 90_000, title: "Beside"),
        ]
        definition.spaces = [
            SpaceDefinition(key: "TREE", name: "Tree", permissions: [SpaceGrant(.anonymous, [.view])], pages: pages)
        ]
        let store = try ContentStore(definition, now: Fixture.now)
        let ids = below.flatMap { [$0] + $0.children }.compactMap(\.id).sorted()
        let found = try store.find("ancestor = 1", as: nil, limit: 3000)
        #expect(found.hits.compactMap(\.content?.id) == ids.reversed())
        let first = try store.find("ancestor = 1 and type = page", as: nil, limit: 10)
        #expect(first.hits.compactMap(\.content?.id) == ids.suffix(10).reversed())
        #expect((1000...ids.count).contains(first.total) && first.hasMore)
        let byTitle = try store.find("ancestor = 1 order by title", as: nil, limit: 2)
        #expect(byTitle.hits.map(\.title) == ["Branch 0", "Branch 1"])
    }
}
