import CQL
import ConfluenceModel
import ConfluenceStore
import Foundation
import Testing

@Suite("A search finds what its query says")
struct SearchTests {
    @Test(
        "fields and operators select content",
        arguments: [
            ("type = page and space = PORT and id < 0 or id = 1001", nil),
            ("id = 1001", [1001]),
            ("content in (1001, '1002')", [1001, 1002]),
            ("id not in (1001) and parent = 1000", [1010, 1020]),
            ("parent = 1000", [1001, 1010, 1020]),
            ("ancestor = 1010", [1011, 1012]),
            ("ancestor in (1010, 1020) and type = page", [1011, 1012, 1021]),
            ("container = 1001", [65538]),
            ("type = attachment", [65538]),
            ("fileExtension = txt", [65538]),
            ("file.extension in (pdf, TXT)", [65538]),
            ("title = 'mooring GUIDE'", [1001]),
            ("title != 'mooring guide' and title ~ mooring", [1002]),
            ("title ~ 'guide mooring'", [1001]),
            ("title !~ home and ancestor = 1000 and title ~ change", [1020, 1021]),
            ("text ~ deployment", [1001, 1020]),
            ("text ~ 'the fenders'", [1001]),
            ("text ~ 'fenders AND mooring'", [1001]),
            ("text ~ 'fenders submarine'", []),
            ("text ~ Deploys", [1001, 1020]),
            (#"text ~ "\"before mooring\"""#, [1001]),
            (#"text ~ "\"mooring before\"""#, []),
            ("text ~ 'fend*'", [1001]),
            ("text ~ fend", []),
            ("text ~ soundings", [65538]),
            ("text ~ safety", [1001]),
            ("siteSearch ~ wages", [1010, 1011, 1012]),
            ("label = safety", [1001]),
            ("label = GUIDE and label in (none, safety)", [1001]),
            ("label = 'my:guide'", []),
            ("space.title ~ quay", [2000]),
            ("space = open", [2000]),
            ("space.key in (OPEN, NOWHERE)", [2000]),
            ("space = NOWHERE", []),
            ("space.type = personal", []),
            ("space = OLD", []),
            ("creator = currentUser() and space = OPEN", [2000]),
            ("creator = '712020:2'", []),
            ("contributor = key1 and space = OPEN", [2000]),
            ("favourite = currentUser()", []),
            ("type = space", []),
            ("not (type in (page, attachment))", []),
            ("created > 2000-01-01 and space = OPEN", [2000]),
            ("created < '2000/01/01 10:00'", []),
            ("created < now('-89d') and created > now('-13w') and space = OPEN", [2000]),
            ("lastmodified > startOfYear('+1y')", []),
        ] as [(String, [Int64]?)])
    func selects(query: String, expected: [Int64]?) throws {
        let store = try Fixture.store()
        guard let expected else {
            #expect(throws: CQLSearchError.self) { try store.find(query, as: "ada") }
            return
        }
        let page = try store.find(query, as: "ada")
        #expect(page.hits.compactMap(\.content?.id).sorted() == expected)
        #expect(page.total == expected.count)
    }

    @Test(
        "a query that names what there is not is refused with what there is",
        arguments: [
            ("bogus = 1", .unknownField(name: "bogus", position: 0, nearest: [])),
            ("type = page order by flavour", .unknownField(name: "flavour", position: 21, nearest: [])),
            ("user.fullname ~ x", .unsupportedField(name: "user.fullname", position: 0)),
            (
                "text = x",
                .unsupportedOperator(field: "text", op: .equals, position: 7, allowed: [.contains, .containsNot])
            ),
            (
                "type = bogus",
                .unsupportedValue(
                    field: "type", value: "bogus", position: 7,
                    expected: ["space", "user", "page", "blogpost", "comment", "attachment", "folder"])
            ),
            (
                "id = abc",
                .unsupportedValue(field: "id", value: "abc", position: 5, expected: ["a content id"])
            ),
            (
                "created > '2026-01-31T10:00:00Z'",
                .unsupportedValue(
                    field: "created", value: "2026-01-31T10:00:00Z", position: 10,
                    expected: ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm"])
            ),
            (
                "created > 2026-02-30",
                .unsupportedValue(
                    field: "created", value: "2026-02-30", position: 10,
                    expected: ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm"])
            ),
            ("title = ''", .emptyValue(field: "title", position: 8)),
            ("siteSearch ~ ' '", .emptyValue(field: "siteSearch", position: 13)),
            ("creator = me()", .unknownFunction(name: "me", position: 10)),
            ("space = currentSpace()", .functionWithoutValue(name: "currentSpace", position: 8)),
            ("type = page order by label", .unsupportedOrder(field: "label", position: 21)),
        ] as [(String, CQLSearchError)])
    func refuses(query: String, expected: CQLSearchError) throws {
        let store = try Fixture.store()
        let error = try #require(throws: CQLSearchError.self) { try store.find(query, as: "ada") }
        #expect(error.withoutNearest == expected)
    }

    @Test(
        "an unknown field is answered with the five likest names",
        arguments: [
            ("titel", ["title", "text", "type"]),
            ("status", ["space", "space.type", "siteSearch", "subtype"]),
            ("creator.name", ["creator", "created"]),
        ])
    func nearestFields(name: String, expected: [String]) throws {
        let store = try Fixture.store()
        let error = try #require(throws: CQLSearchError.self) { try store.find("\(name) = x", as: "ada") }
        guard case .unknownField(name, 0, let nearest) = error else {
            Issue.record("unexpected \(error)")
            return
        }
        #expect(Set(nearest).count == 5)
        #expect(Set(expected).isSubset(of: nearest))
    }

    @Test("the names for status stand in the order that Cloud was seen to give them in")
    func nearestToStatus() throws {
        let error = CQLSearchError.unknownField(called: "status", at: 0)
        let nearest = ["space", "subtype", "space.key", "siteSearch", "space.type"]
        #expect(error == .unknownField(name: "status", position: 0, nearest: nearest))
    }

    @Test("people are named by account id alone where user names are not taken")
    func peopleByName() throws {
        let store = try Fixture.store()
        for word in ["ada", "key1"] {
            let named = try store.find("creator = \(word)", as: "ada").total
            #expect(named > 0)
            #expect(try store.find("creator = \(word)", as: "ada") { $0.takesUserNames = false }.total == 0)
        }
        let byID = try store.find("creator = '712020:1'", as: "ada") { $0.takesUserNames = false }
        #expect(byID.total == (try store.find("creator = ada", as: "ada").total))
    }

    @Test("naming only spaces that the viewer can't view fails where the deployment does")
    func unknownSpace() throws {
        let store = try Fixture.store()
        for key in ["DOCK", "NOWHERE"] {
            #expect(throws: CQLSearchError.unknownSpace(key: key)) {
                try store.find("space = \(key)", as: "ben") { $0.unknownSpace = .failure }
            }
        }
    }

    @Test("nobody is no current user")
    func anonymous() throws {
        let store = try Fixture.store()
        #expect(throws: CQLSearchError.functionWithoutValue(name: "currentUser", position: 10)) {
            try store.find("creator = currentUser()", as: nil)
        }
    }

    @Test(
        "no text can break the index's language",
        arguments: [
            "*", "\"", "(", ")", "a\"b", "NEAR(a b)", "title:x", "{title} : x", "^a", "a - b", "a AND", "NOT", "\u{0}x",
            "😀",
            "+-&|!(){}[]^~*?:\\", "'; DROP TABLE content; --", "wort*teil", "\\", "a\\", "\"\"", "\u{301}", "٣",
            String(repeating: "word ", count: 5000), String(repeating: "\"x\" ", count: 5000),
        ])
    func hostileText(text: String) throws {
        let store = try Fixture.store()
        for field in ["text", "title", "siteSearch"] {
            let clause = CQLClause(field: field, op: .contains, value: .text(text, quoted: true))
            #expect(throws: Never.self) {
                try store.find(CQLQuery(condition: .clause(clause)), as: "ada")
            }
        }
    }

    @Test("the largest query that parses can be answered")
    func largestQuery() throws {
        let store = try Fixture.store()
        for word in ["and", "or"] {
            let clauses = Array(repeating: "text ~ harbour", count: CQLParser.mostClauses)
            #expect(throws: Never.self) { try store.find(clauses.joined(separator: " \(word) "), as: "ada") }
        }
    }

    @Test(
        "the deepest query that parses can be answered",
        arguments: ["text ~ a", "ancestor in (1, 2)", "label in (a, b)", "macro in (a, b)", "created = 2026-01-01"])
    func deepestQuery(clause: String) throws {
        let store = try Fixture.store()
        var alternating = clause
        var denied = clause
        for level in 1..<CQLParser.deepestNesting {
            alternating = "\(clause) \(level.isMultiple(of: 2) ? "or" : "and") (\(alternating))"
            denied = level.isMultiple(of: 2) ? "(\(clause) and \(denied))" : "not \(denied)"
        }
        for query in [alternating, denied] {
            #expect(throws: Never.self) { try store.find(query, as: "ada") { $0.includesSpaces = true } }
        }
    }

    @Test("pages follow one another in the order asked for, and the total counts them all")
    func paging() throws {
        let store = try Fixture.store()
        let whole = try store.find("space = PORT and type = page order by title", as: "ada").hits.map(\.title)
        #expect(whole == whole.sorted())
        var paged: [String] = []
        for offset in stride(from: 0, to: whole.count, by: 3) {
            let page = try store.find(
                "space = PORT and type = page order by title", as: "ada", offset: offset, limit: 3)
            #expect(page.total == whole.count)
            paged += page.hits.map(\.title)
        }
        #expect(paged == whole)
    }

    @Test("a site search ranks titles first; a text search ranks the last change first")
    func ranking() throws {
        let store = try Fixture.store()
        let ada = try store.viewer("ada")
        let account = try #require(ada.account)
        try store.write { writer in
            try writer.updateContent(
                id: 2000, body: "<p>mooring for everyone</p>", author: account, now: Fixture.now)
        }
        let bySite = try store.find("siteSearch ~ mooring", as: "ada").hits.compactMap(\.content?.id)
        #expect(bySite == [1002, 1001, 2000])
        #expect(try store.find("text ~ mooring", as: "ada").hits.first?.content?.id == 2000)
    }

    @Test("hits are marked in the title and in the excerpt")
    func excerpts() throws {
        let store = try Fixture.store()
        let hit = try #require(try store.find("siteSearch ~ mooring and id = 1001", as: "ada").hits.first)
        #expect(hit.title == "@@@hl@@@Mooring@@@endhl@@@ guide")
        #expect(hit.excerpt == "Deploy the fenders before @@@hl@@@mooring@@@endhl@@@")
        let unmarked = try #require(try store.find("id = 1001", as: "ada").hits.first)
        #expect(unmarked.excerpt == "Deploy the fenders before mooring")
    }

    @Test("spaces and archived spaces are found when asked for")
    func spacesAndArchives() throws {
        let store = try Fixture.store()
        let spaces = try store.find("type = space order by title", as: "ben") { $0.includesSpaces = true }
        #expect(spaces.hits.compactMap(\.space?.key) == ["OPEN", "PORT"])
        let archived = try store.find("space = OLD", as: "ben") { $0.includeArchivedSpaces = true }
        #expect(archived.hits.compactMap(\.content?.id) == [4000])
    }

    @Test("what is restricted, trashed or hangs on the trashed is neither found nor counted")
    func hidden() throws {
        let store = try Fixture.store()
        let found = try store.find("text ~ wages", as: "ben")
        #expect(found.total == 0 && found.hits.isEmpty)
        let ada = try #require(try store.viewer("ada").account)
        try store.write { try $0.trash(id: 1001, by: ada, now: Fixture.now) }
        #expect(try store.find("text ~ fenders or text ~ soundings", as: "ada").total == 0)
    }
}

extension ContentStore {
    @discardableResult
    func find(
        _ query: String, as name: String?, offset: Int = 0, limit: Int = 100,
        _ change: (inout SearchContext) -> Void = { _ in }
    ) throws -> SearchPage {
        try find(try CQLParser.parse(query), as: name, offset: offset, limit: limit, change)
    }

    @discardableResult
    func find(
        _ query: CQLQuery, as name: String?, offset: Int = 0, limit: Int = 100,
        _ change: (inout SearchContext) -> Void = { _ in }
    ) throws -> SearchPage {
        var context = SearchContext(viewer: try viewer(name), now: Fixture.now, furtherTypes: ["folder"])
        change(&context)
        return try read { try $0.search(query, context: context, offset: offset, limit: limit) }
    }
}

extension CQLSearchError {
    /// The error without the suggestions, which another test looks at.
    fileprivate var withoutNearest: CQLSearchError {
        if case .unknownField(let name, let position, _) = self {
            .unknownField(name: name, position: position, nearest: [])
        } else {
            self
        }
    }
}
