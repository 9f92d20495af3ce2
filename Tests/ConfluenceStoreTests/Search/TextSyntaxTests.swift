import ConfluenceModel
import ConfluenceStore
import Testing

@Suite("Texts of a search")
struct TextSyntaxTests {
    /// Each page's body, by its id.
    private static let bodies = [
        1: "red apple pie", 2: "green apple tart", 3: "red cherry pie", 4: "apples and pears in red wine",
        5: "fenders in each release",
    ]

    private func store() throws -> ContentStore {
        var definition = Fixture.definition
        definition.spaces = [
            SpaceDefinition(
                key: "T", name: "Texts", permissions: [SpaceGrant(.anonymous, [.view])],
                pages: Self.bodies.sorted { $0.key < $1.key }.map {
                    PageDefinition(id: Int64($0.key), title: "Page \($0.key)", body: "<p>\($0.value)</p>")
                })
        ]
        return try ContentStore(definition, now: Fixture.now)
    }

    @Test(
        "reads Lucene's operators on Data Center and only words on Cloud",
        arguments: [
            ("apple pie", [1], [1]), ("apple AND pie", [1], [1]), ("apple OR cherry", [1, 2, 3, 4], []),
            ("red NOT pie", [4], [1, 3]), ("+red -pie", [4], [1, 3]), ("red !pie", [4], [1, 3]),
            ("(apple OR cherry) AND pie", [1, 3], []), ("apple || cherry", [1, 2, 3, 4], []),
            ("apple && pie", [1], [1]), ("NOT pie", [], [1, 3]), ("tart OR (cherry AND pie)", [2, 3], []),
            ("((((((((((red))))))))))", [1, 3, 4], [1, 3, 4]), ("red)", [1, 3, 4], [1, 3, 4]),
            ("(red", [1, 3, 4], [1, 3, 4]),
            ("or", [], []), ("", nil, nil), ("OR apple", [1, 2, 4], [1, 2, 4]), ("AND", [], []),
        ] as [(String, [Int64]?, [Int64]?)])
    func operators(text: String, lucene: [Int64]?, words: [Int64]?) throws {
        let store = try store()
        for (syntax, expected) in [(TextSyntax.lucene, lucene), (.words, words)] {
            guard let expected else {
                #expect(throws: CQLSearchError.self) { try store.find("text ~ '\(text)'", as: nil) }
                continue
            }
            let found = try store.find("text ~ '\(text)'", as: nil) { $0.textSyntax = syntax }
            #expect(found.hits.compactMap(\.content?.id).sorted() == expected, "\(syntax)")
        }
    }

    @Test(
        "patterns, similar words and words near one another are found on both",
        arguments: [
            ("appl*", [1, 2, 4]), ("a?ple", []), ("a?pl", [1, 2, 4]), ("ch*y", []), ("che*i", [3]), ("p?e", [1, 3]),
            ("chery~", [3]), ("tarts~1", [2]), ("xqwz~", []), (#"\"red pie\""#, []), (#"\"red pie\"~1"#, [1, 3]),
            (#"\"red apple\""#, [1]), ("*apple", [1, 2, 4]), ("zzz*", []), ("fender*", [5]), ("fenders*", [5]),
            ("r*d pie", [1, 3]),
            // The stem “releas” is no stem of itself.
            ("rel*", [5]), ("release*", [5]), ("releases*", [5]), ("relea?", [5]), ("releaz~", [5]),
        ] as [(String, [Int64])])
    func patterns(text: String, expected: [Int64]) throws {
        let store = try store()
        for syntax in [TextSyntax.lucene, .words] {
            let found = try store.find("text ~ \"\(text)\"", as: nil) { $0.textSyntax = syntax }
            #expect(found.hits.compactMap(\.content?.id).sorted() == expected, "\(syntax)")
        }
    }

    @Test("favourites are their owner's, content and spaces")
    func favourites() throws {
        let store = try Fixture.store()
        let ada = try #require(try store.viewer("ada").account)
        let space = try #require(try store.read { try $0.space(key: "OPEN") })
        try store.write { writer in
            try writer.favour(contentID: 1001, by: ada, true, now: Fixture.now)
            try writer.favour(spaceID: space.id, by: ada, true, now: Fixture.now)
        }
        let marked = try store.find("favourite = currentUser()", as: "ada") { $0.includesSpaces = true }
        #expect(marked.hits.compactMap(\.content?.id) == [1001])
        #expect(marked.hits.compactMap(\.space?.key) == ["OPEN"])
        #expect(try store.find("space in favouriteSpaces()", as: "ada").hits.compactMap(\.content?.id) == [2000])
        #expect(try store.find("space.type = favourite", as: "ada").total == 1)
        #expect(try store.find("favourite = currentUser()", as: "ben").total == 0)
        #expect(try store.find("space in favouriteSpaces()", as: "ben") { $0.unknownSpace = .failure }.total == 0)
    }

    @Test("watchers, states and categories find what people put there")
    func reactions() throws {
        let store = try Fixture.store()
        let ada = try #require(try store.viewer("ada").account)
        let space = try #require(try store.read { try $0.space(key: "OPEN") })
        try store.write { writer in
            try writer.watch(.content(1001), ada)
            try writer.watch(.space(space.id), ada)
            try writer.setState(of: 2000, ContentState(id: 1, name: "Rough Draft", color: "#ffc400"), now: Fixture.now)
            try writer.addLabel(prefix: "team", name: "manuals", toSpace: space.id)
        }
        let watched = try store.find("watcher = currentUser()", as: "ada") { $0.includesSpaces = true }
        #expect(watched.hits.compactMap(\.content?.id) == [1001])
        #expect(watched.hits.compactMap(\.space?.key) == ["OPEN"])
        #expect(try store.find("watcher = currentUser()", as: "ben").total == 0)
        let rough = try store.find("pageStatus = \"rough draft\"", as: "ada")
        #expect(rough.hits.compactMap(\.content?.id) == [2000])
        #expect(try store.find("pageStatus = \"rough draft\" and id != 2000", as: "ada").total == 0)
        let manuals = try store.find("space.category = manuals", as: "ada")
        #expect(manuals.hits.compactMap(\.content?.id) == [2000])
    }
}
