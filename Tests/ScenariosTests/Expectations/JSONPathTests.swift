import ConfluenceWire
import Testing

@testable import Scenarios

@Suite("Ways into JSON values")
struct JSONPathTests {
    private static let root: JSON = [
        "page": ["id": "7", "space key": "DOCS", "labels": ["a", "b"]],
        "results": [
            ["id": "1", "type": "page", "size": 3, "version": ["number": 2]],
            ["id": "2", "type": "blogpost", "size": 5, "labels": ["x"]],
            ["id": "3", "type": "page", "size": 7, "archived": true],
        ],
        "total": 3,
    ]

    @Test(
        "each kind of step leads where it says",
        arguments: [
            ("", Self.root), ("$", Self.root), ("page.id", "7"), ("$.page.id", "7"), ("page['space key']", "DOCS"),
            ("$['page'][\"id\"]", "7"), ("results[0].id", "1"), ("results[-1].id", "3"), ("page.labels.length()", 2),
            ("page.id.length()", 1), ("page.length()", 3), ("results[*].id", ["1", "2", "3"]),
            ("page.*", ["7", "DOCS", ["a", "b"]]), ("page.labels[*]", ["a", "b"]), ("results[0,2].id", ["1", "3"]),
            ("results[1:].id", ["2", "3"]), ("results[:-1].id", ["1", "2"]), ("results[5:].id", []),
            ("..id", ["7", "1", "2", "3"]), ("results..number", [2]), ("..labels[0]", ["a", "x"]),
            ("..[?(@.number)]", [["number": 2]]), ("results[*].nothing", []), ("..nothing.length()", 0),
            ("results[*].id.length()", 3),
        ] as [(String, JSON)])
    func steps(path: String, expected: JSON) throws {
        #expect(try JSONPath(parsing: path).value(in: Self.root) == expected)
    }

    @Test(
        "conditions choose elements",
        arguments: [
            ("@.type == 'page'", ["1", "3"]), ("@.type != \"page\"", ["2"]), ("@.size > 3", ["2", "3"]),
            ("@.size >= 3 && @.size < 7", ["1", "2"]), ("@.archived", ["3"]), ("!@.archived", ["1", "2"]),
            ("!(@.type == 'page')", ["2"]), ("@.archived == true || @.labels", ["2", "3"]),
            ("@.version.number == 2", ["1"]), ("@.labels.length() == 1", ["2"]), ("@['type'] =~ '^blog'", ["2"]),
            ("@.size == $.total", ["1"]), ("@.missing == null", []), ("@.type < 'c'", ["2"]),
            ("@.type == 'page' && (@.size == 3 || @.size == 7)", ["1", "3"]),
            ("@.id == '1' || @.id == '2' && @.archived", ["1"]),
        ] as [(String, JSON)])
    func conditions(condition: String, expected: JSON) throws {
        #expect(try JSONPath(parsing: "results[?(\(condition))].id").value(in: Self.root) == expected)
        #expect(try JSONPath(parsing: "$.results[? \(condition) ].id").value(in: Self.root) == expected)
    }

    @Test(
        "a way that leads nowhere gives nothing, and tells where it ends",
        arguments: [
            ("page.titel", "“page” has no “titel”; it has id, space key, labels"),
            ("page.label", "“page” has no “label”, did you mean “labels”?"),
            ("page.id.x", "“id” is a text"), ("page[0]", "“page” is an object"),
            ("results[3].id", "“results” has 3 elements"),
            ("results[0].sizes", "“results”[0] has no “sizes”, did you mean “size”?"),
            ("total.length()", "“total” is a number, which has no length"),
        ])
    func nowhere(path: String, end: String) throws {
        let path = try JSONPath(parsing: path)
        #expect(path.value(in: Self.root) == nil)
        #expect(path.end(in: Self.root) == end)
    }

    @Test(
        "what is no path is refused with its place",
        arguments: [
            ("a..", "a name is missing after a point, at character 4"),
            ("a[", "a ] is missing, at character 3"),
            ("a[b]", "a number, a name in quotes, * or a ?(condition) is expected between brackets, at character 3"),
            ("a['b", "a quote is not closed, at character 5"), ("a[1", "a ] is missing, at character 4"),
            ("a[?(@.b = 1)]", "two values are compared by ==, at character 9"),
            (
                "a[?(@.b == c)]",
                "a condition compares @.key with a number, a text in quotes, true, false or null, at character 12"
            ),
            ("a[?(@.b == 1]", "a ) is missing, at character 13"),
            ("a[?(@.b =~ '(')]", "“(” is not a regular expression, at character 15"),
            ("a.length().b", "length() stands at the end of a path, at character 11"),
            ("$a", "“a” is not expected, at character 2"),
        ])
    func mistakes(path: String, message: String) {
        let error = #expect(throws: JSONPath.Malformed.self) { try JSONPath(parsing: path) }
        #expect(error?.message == message.replacing(", at char", with: " in the path “\(path)”, at char"))
    }
}
