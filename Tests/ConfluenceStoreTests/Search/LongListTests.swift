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
}
