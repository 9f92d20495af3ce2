import ConfluenceModel
import ConfluenceStore
import Testing

/// A search doesn't tell whether stems were worked out or remembered.
@Suite("Words that many came before")
struct StemMemoryTests {
    private static let bodies = [
        "Deployments of the Payment-Gateway, deploying twice", "We DEPLOY v2x of it", "Deployed by 42 robots",
        "Incomprehensibilities and counterrevolutionaries", "Incomprehensibility",
        "Zażółć gęślą jaźń and naïve deploys",
        "deploy", "the employer’s employees employ", "hop hops hopping hoped", "a_b c.d e/f 7up",
    ]

    private static let queries = [
        "deploy", "deployment", "payment gateway", "\\\"payment gateway\\\"", "v2x", "incomprehensibility",
        "counterrevolutionary", "naive", "jazn", "employ", "hop", "hope", "7up", "c", "deplo*", "42 robots",
    ]

    /// - Parameter filler: How many pages come first; of 400, words are remembered, and from then on found again.
    private static func store(filler: Int) throws -> ContentStore {
        var definition = Fixture.definition
        let words = "The operators of each harbour note whatever arrives, departs or waits outside. "
        let before = (0..<filler).map {
            PageDefinition(
                id: Int64($0 + 1), title: "Log \($0)", body: "<p>\(words)\(words)\(words)\(words)</p>",
                labels: ["filler"])
        }
        let pages = [bodies, bodies].enumerated().flatMap { round, bodies in
            bodies.enumerated().map { number, body in
                PageDefinition(
                    id: Int64(50_000 + round * 100 + number), title: "Text \(round)-\(number)", body: "<p>\(body)</p>")
            }
        }
        definition.spaces = [
            SpaceDefinition(
                key: "LOG", name: "Log", permissions: [SpaceGrant(.anonymous, [.view])], pages: before + pages)
        ]
        return try ContentStore(definition, now: Fixture.now)
    }

    @Test("are found as they are on a small site, and marked at the same places")
    func alike() throws {
        let (small, large) = (try Self.store(filler: 0), try Self.store(filler: 400))
        for words in Self.queries {
            let query = #"text ~ "\#(words)" order by id"#
            let (few, many) = (try small.find(query, as: nil, limit: 100), try large.find(query, as: nil, limit: 100))
            #expect(!few.hits.isEmpty, "\(words)")
            #expect(few.hits.map(\.title) == many.hits.map(\.title), "\(words)")
            #expect(few.hits.map(\.excerpt) == many.hits.map(\.excerpt), "\(words)")
        }
    }
}
