import CQL
import ConfluenceModel
import ConfluenceStore
import Foundation
import Testing

/// Sends queries made at random to sites made at random, and holds the SQL to what a plain evaluation finds.
@Suite("A search finds, orders and counts what a plain evaluation does")
struct DifferentialTests {
    private static let queries = 100
    private static let viewers: [String?] = ["u0", "u1", "u2", nil]

    @Test("for every viewer, whole and page by page", arguments: 1...8 as ClosedRange<UInt64>)
    func agrees(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        var site = PlainSite(&chance)
        let store = try ContentStore(site.definition, now: Fixture.now)
        try site.complete(from: store)
        for _ in 0..<Self.queries {
            let text = QueryMaker(site: site).query(&chance)
            let query = try CQLParser.parse(text)
            for viewer in Self.viewers where viewer != nil || !text.contains("currentUser") {
                let withSpaces = chance.one(in: 2)
                let limit = chance.one(in: 6) ? 5 : 200
                try check(query, text, site, store, viewer, withSpaces: withSpaces, limit: limit, seed: seed)
            }
        }
    }

    private func check(
        _ query: CQLQuery, _ text: String, _ site: PlainSite, _ store: ContentStore, _ viewer: String?,
        withSpaces: Bool, limit: Int, seed: UInt64
    ) throws {
        let evaluator = PlainEvaluator(viewer: viewer, now: Fixture.now)
        let expected = site.rows.filter { row in
            (withSpaces || row.kind != "space") && site.isVisible(row, to: viewer)
                && evaluator.meets(row, query.condition)
        }
        var found: [Int64] = []
        var place: SearchPlace?
        var total = 0
        repeat {
            var context = SearchContext(viewer: try store.viewer(viewer), now: Fixture.now)
            context.includesSpaces = withSpaces
            let page = try store.read { try $0.search(query, context: context, behind: place, limit: limit) }
            found += page.hits.map(\.id)
            total = page.total
            place = page.hasMore ? page.next : nil
        } while place != nil && found.count <= site.rows.count
        let message: Comment = "seed \(seed), \(viewer ?? "nobody"): \(text)"
        #expect(found.sorted() == expected.map(\.id).sorted(), message)
        #expect(total == expected.count, message)
        if query.order.isEmpty, !text.contains("siteSearch") {
            #expect(found == found.sorted(by: >), message)
        }
        guard let order = query.order.first, found.count == expected.count else { return }
        let rows = Dictionary(expected.map { ($0.id, $0) }) { first, _ in first }
        let ordered = found.compactMap { rows[$0] }
        for (one, next) in zip(ordered, ordered.dropFirst()) {
            let (first, second) = order.isDescending ? (next, one) : (one, next)
            switch order.field {
            case "title": #expect(first.title <= second.title, message)
            case "created": #expect(first.created <= second.created, message)
            default: #expect(first.id < second.id, message)
            }
        }
    }

    @Test("a page of a thousand rows is not cut, and totals beyond the bound are near the truth")
    func estimates() throws {
        let pages = (0..<600).map { PageDefinition(id: Int64($0 + 1), title: "Page \($0)", body: "<p>common</p>") }
        var definition = Fixture.definition
        definition.spaces.append(
            SpaceDefinition(key: "MANY", name: "Many", permissions: [SpaceGrant(.anonymous, [.view])], pages: pages))
        let store = try ContentStore(definition, now: Fixture.now)
        for query in [
            "text ~ common", "space = MANY", "text ~ common and type = page", "title ~ 'page' and label != x",
        ] {
            let page = try store.find(query, as: nil, limit: 10) { $0.countsUpTo = 100 }
            #expect(page.hits.count == 10 && page.hasMore)
            #expect((550...650).contains(page.total), "\(query): \(page.total)")
            #expect(try store.find(query, as: nil, limit: 0) { $0.countsUpTo = 100 }.total == 600)
        }
    }
}

extension SearchHit {
    fileprivate var id: Int64 {
        content?.id ?? space?.id ?? 0
    }
}

/// Makes queries of which most find something.
private struct QueryMaker {
    let site: PlainSite

    func query(_ chance: inout SplitMix64) -> String {
        let condition = condition(depth: 0, &chance)
        guard chance.one(in: 3) else { return condition }
        let direction = chance.one(of: ["", " desc", " asc"])
        return "\(condition) order by \(chance.one(of: ["title", "created", "id"]))\(direction)"
    }

    private func condition(depth: Int, _ chance: inout SplitMix64) -> String {
        guard depth < 3, chance.one(in: 2) else { return clause(&chance) }
        let parts = (0..<2 + chance.below(2)).map { _ in
            let part = condition(depth: depth + 1, &chance)
            return chance.one(in: 5) ? "not (\(part))" : part.contains(" ") ? "(\(part))" : part
        }
        return parts.joined(separator: chance.one(of: [" and ", " or "]))
    }

    private func clause(_ chance: inout SplitMix64) -> String {
        let id = { (chance: inout SplitMix64) in String(chance.one(of: site.rows).id) }
        let is_ = chance.one(of: ["=", "=", "!="])
        let among = chance.one(of: ["in", "in", "not in"])
        switch chance.below(17) {
        case 0: return "id \(among) (\(id(&chance)), \(id(&chance)))"
        case 1: return "parent \(is_) \(id(&chance))"
        case 2: return "ancestor \(among) (\(id(&chance)), \(id(&chance)))"
        case 3: return "container = \(id(&chance))"
        case 4: return "space \(among) (S\(chance.below(4)), 's\(chance.below(3))')"
        case 5: return "type \(is_) \(chance.one(of: ["page", "page", "attachment", "space", "blogpost"]))"
        case 6:
            let labels = PlainSite.labels + PlainSite.personalLabels
            return "label \(among) ('\(chance.one(of: labels))', '\(chance.one(of: labels))')"
        case 7: return "creator \(is_) a\(chance.below(4))"
        case 8: return "contributor \(is_) currentUser()"
        case 9: return "mention \(among) (a0, 'a1')"
        case 10: return "macro \(is_) \(chance.one(of: PlainSite.macros))"
        case 11: return "fileExtension = pdf"
        case 12: return "title \(is_) '\(chance.one(of: site.rows).title.uppercased())'"
        case 13: return "created \(chance.one(of: [">", ">=", "<", "<=", "=", "!="])) \(date(&chance))"
        case 14: return "title \(chance.one(of: ["~", "~", "!~"])) '\(words(&chance))'"
        case 15: return "siteSearch ~ '\(words(&chance))'"
        default: return "text \(chance.one(of: ["~", "~", "!~"])) '\(words(&chance))'"
        }
    }

    private func date(_ chance: inout SplitMix64) -> String {
        let days = 80 + chance.below(20)
        if chance.one(in: 2) { return "now(\"-\(days)d\")" }
        let day = Fixture.now.addingTimeInterval(-86_400 * Double(days))
        return "'" + day.formatted(.iso8601.year().month().day()) + "'"
    }

    private func words(_ chance: inout SplitMix64) -> String {
        let (one, other) = (chance.one(of: PlainSite.words), chance.one(of: PlainSite.words))
        switch chance.below(7) {
        case 0: return "\(one) \(other)"
        case 1: return "\"\(one) \(other)\""
        case 2: return "\(one.prefix(2))*"
        case 3: return "\(one.prefix(1))?\(one.dropFirst(2))"
        case 4: return "\(one) AND \(other)"
        case 5: return "\(one) \(other.prefix(3))*"
        default: return one
        }
    }
}
