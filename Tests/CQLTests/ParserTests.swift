import CQL
import Testing

@Suite("The parser builds the tree that the grammar says")
struct ParserTests {
    @Test(
        "a query reads back as its tree",
        arguments: [
            ("type = page", "type = page"),
            ("TYPE=Page", "TYPE = Page"),
            ("type!=page", "type != page"),
            ("title ~ 'a b'", "title ~ 'a b'"),
            ("title !~ \"a\"", "title !~ 'a'"),
            ("created > 2026-01-01", "created > 2026-01-01"),
            ("created>='2026/01/01 10:00'", "created >= '2026/01/01 10:00'"),
            ("created < now()", "created < now()"),
            ("lastModified <= now('-4w')", "lastModified <= now(-4w)"),
            ("space in (A, 'B' ,C)", "space in (A, 'B', C)"),
            ("space NOT  IN (A)", "space not in (A)"),
            ("content IN recentlyViewedContent(10, 20)", "content in recentlyViewedContent(10, 20)"),
            ("creator in (currentUser(), 'x')", "creator in (currentUser(), 'x')"),
            ("a=1 and b=2 and c=3", "and(a = 1, b = 2, c = 3)"),
            ("a=1 OR b=2 or c=3", "or(a = 1, b = 2, c = 3)"),
            ("a=1 or b=2 and c=3", "or(a = 1, and(b = 2, c = 3))"),
            ("(a=1 or b=2) and c=3", "and(or(a = 1, b = 2), c = 3)"),
            ("not a=1 and b=2", "and(not(a = 1), b = 2)"),
            ("NOT (a=1 and b=2)", "not(and(a = 1, b = 2))"),
            ("not not a=1", "not(not(a = 1))"),
            ("((a=1))", "a = 1"),
            ("a=1 order by title", "a = 1 / title"),
            ("a=1 ORDER  BY title desc, created ASC, id", "a = 1 / title desc, created, id"),
            (#"title = "a\"b""#, #"title = 'a"b'"#),
            (#"title = 'it\'s'"#, "title = 'it's'"),
            (#"title = "back\\slash""#, #"title = 'back\slash'"#),
            (#"text ~ "\"hello dolly\"""#, #"text ~ '"hello dolly"'"#),
            (#"text ~ "c\+\+""#, #"text ~ 'c\+\+'"#),
            ("space.key = DOCS", "space.key = DOCS"),
            ("creator = 99:27935d01-92a7", "creator = 99:27935d01-92a7"),
            ("label = 'my:x'", "label = 'my:x'"),
            ("title = 'and'", "title = 'and'"),
            ("title = ''", "title = ''"),
            ("title ~ größe", "title ~ größe"),
            ("\n\ttype\u{A0}=\npage ", "type = page"),
        ])
    func tree(query: String, expected: String) throws {
        #expect(try CQLParser.parse(query).sketch == expected)
    }

    @Test("positions count characters from 0")
    func positions() throws {
        let query = try CQLParser.parse("type = page and  title ~ 'x' order by  created")
        guard case .and(let parts) = query.condition, case .clause(let clause) = parts.last else {
            Issue.record("unexpected tree \(query.sketch)")
            return
        }
        #expect(clause.fieldPosition == 17)
        #expect(clause.position == 25)
        #expect(query.order.map(\.position) == [39])
    }
}

extension CQLQuery {
    /// The tree in one line, as the tests write it.
    var sketch: String {
        let columns = order.map { $0.field + ($0.isDescending ? " desc" : "") }
        return condition.sketch + (columns.isEmpty ? "" : " / " + columns.joined(separator: ", "))
    }
}

extension CQLCondition {
    fileprivate var sketch: String {
        switch self {
        case .and(let parts): "and(\(parts.map(\.sketch).joined(separator: ", ")))"
        case .or(let parts): "or(\(parts.map(\.sketch).joined(separator: ", ")))"
        case .not(let part): "not(\(part.sketch))"
        case .clause(let clause): "\(clause.field) \(clause.op.rawValue) \(clause.value.sketch)"
        }
    }
}

extension CQLValue {
    fileprivate var sketch: String {
        switch self {
        case .text(let text, let isQuoted): isQuoted ? "'\(text)'" : text
        case .list(let values): "(\(values.map(\.sketch).joined(separator: ", ")))"
        case .function(let name, let arguments): "\(name)(\(arguments.joined(separator: ", ")))"
        }
    }
}
