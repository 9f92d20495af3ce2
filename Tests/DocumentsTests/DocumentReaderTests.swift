import ConfluenceWire
import Documents
import Testing

@Suite("Documents remember where each value was written")
struct DocumentReaderTests {
    @Test("YAML values know their line, column and field")
    func yamlPlaces() throws {
        let node = try DocumentReader.read(
            Array("name: acme\nspaces:\n  - key: DOCS\n    pages:\n      - title: Home\n".utf8), file: "site.yaml")
        let spaces = try #require(try node.mapping()["spaces"])
        let space = try spaces.list()[0].mapping()
        let title = try space.list("pages")[0].mapping().required("title")
        #expect(title.place == JSONReader.Place(line: 5, column: 16))
        #expect(title.field == "spaces[0].pages[0].title")
        #expect(try space.required("key").place == JSONReader.Place(line: 3, column: 10))
    }

    @Test("JSON values know their line, column and field")
    func jsonPlaces() throws {
        let node = try DocumentReader.read(
            Array("{\n  \"settings\": {\n    \"labels\": [\"a\",\n      7]\n  }\n}".utf8), file: "toolkit.json")
        let labels = try #require(try node.mapping().required("settings").mapping()["labels"])
        let second = try labels.list()[1]
        #expect(second.place == JSONReader.Place(line: 4, column: 7))
        #expect(second.field == "settings.labels[1]")
    }

    @Test(
        "UTF-16, with a mark and without, and a mark before UTF-8 are read, and places count the same",
        arguments: ["toolkit.json", "toolkit.yaml"],
        [(true, true), (false, true), (true, false), (false, false), (true, nil), (false, nil)] as [(Bool, Bool?)])
    func otherBytes(file: String, form: (hasMark: Bool, isLittle: Bool?)) throws {
        let (hasMark, isLittle) = form
        let text = "{\n  \"name\": \"Grüße\"\n}"
        let mark: [UInt16] = hasMark ? [0xFEFF] : []
        let bytes: [UInt8] =
            isLittle.map { isLittle in
                (mark + text.utf16).flatMap { unit in
                    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                    return isLittle ? pair : pair.reversed()
                }
            } ?? (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        let name = try DocumentReader.read(bytes, file: file).mapping().required("name")
        #expect(try name.text() == "Grüße")
        #expect(name.place == JSONReader.Place(line: 2, column: 11))
        #expect(DocumentText(bytes).spelling(of: name)?.line == 2)
    }

    @Test("aliases may repeat values, and not unfold to more than a file could hold")
    func aliases() throws {
        let plain = try DocumentReader.read(Array("a: &a [1, 2]\nb: [*a, *a]\n".utf8), file: "x.yaml")
        #expect(try plain.mapping().required("b").list().count == 2)
        let levels = (1...12).map { level in
            "l\(level): &l\(level) [\((0..<9).map { _ in "*l\(level - 1)" }.joined(separator: ", "))]"
        }
        let bomb = (["l0: &l0 [x]"] + levels).joined(separator: "\n")
        let error = #expect(throws: DocumentError.self) { try DocumentReader.read(Array(bomb.utf8), file: "x.yaml") }
        #expect(error?.description.contains("aliases stand for more than 100000 values") == true)
    }

    @Test(
        "plain YAML scalars become what YAML 1.2's core schema says",
        arguments: [
            ("12", JSON.integer(12)), ("-3", .integer(-3)), ("0.5", .number(0.5)), ("1e3", .number(1000)),
            ("true", .bool(true)), ("~", .null), ("null", .null), ("\"12\"", .string("12")),
            ("'true'", .string("true")),
            ("yes", .string("yes")), ("off", .string("off")), ("9.2.0", .string("9.2.0")),
            ("2025-11-30T00:00:00Z", .string("2025-11-30T00:00:00Z")), ("-", .array([.null])),
            ("DOCS", .string("DOCS")),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        ]
    )
    func scalars(text: String, expected: JSON) throws {
        #expect(try DocumentReader.readYAML(Array(text.utf8), file: "a.yaml").json == expected)
    }

    @Test(
        "a broken document is refused with its place",
        arguments: [
            ("a: 1\nb: [1, 2\nc: 3\n", "a.yaml", "a.yaml:3:2: "),
            ("a: 1\na: 2\n", "a.yaml", "a.yaml:1:1: the key “a” is given twice"),
            ("", "a.yaml", "a.yaml:1:1: the file is empty"),
            ("a: *x\n", "a.yaml", "a.yaml:"),
            ("{\"a\": 1,\n \"b\" 2}", "a.json", "a.json:2:6: this is not JSON: a colon is expected"),
            ("", "a.JSON", "a.JSON:1:1: the file is empty"),
            (" \n", "a.json", "a.json:1:1: the file is empty"),
        ]
    )
    func broken(text: String, file: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try DocumentReader.read(Array(text.utf8), file: file) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
    }

    @Test("a character that YAML forbids is told by its line")
    func forbiddenCharacter() {
        let error = #expect(throws: DocumentError.self) {
            try DocumentReader.readYAML(Array("a: 1\nb: \u{7}\n".utf8), file: "x.yaml")
        }
        #expect(error?.line == 2, "\(String(describing: error))")
    }

    @Test("a merge key brings the entries of other mappings along, of which the own ones and the first win")
    func mergeKeys() throws {
        let text = """
            one: &one {a: 1, b: 1}
            two: &two {b: 2, c: 2}
            single: {<<: *one, b: 3}
            several: {<<: [*one, *two], d: 4}
            quoted: {"<<": 5}
            """
        let document = try DocumentReader.read(Array(text.utf8), file: "merge.yaml").mapping()
        func values(_ key: String) throws -> [String: DocumentNode.Content] {
            let entries = try document.required(key).mapping().entries
            return Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value.content) })
        }
        #expect(try values("single") == ["a": .integer(1), "b": .integer(3)])
        #expect(
            try values("several") == ["a": .integer(1), "b": .integer(1), "c": .integer(2), "d": .integer(4)])
        #expect(try values("quoted") == ["<<": .integer(5)])
        let error = #expect(throws: DocumentError.self) {
            try DocumentReader.read(Array("a: 1\n<<: 2\n".utf8), file: "wrong.yaml")
        }
        #expect(error?.description.hasPrefix("wrong.yaml:2:") == true, "\(String(describing: error))")
    }

    @Test("an alias stands for the value that its anchor names")
    func alias() throws {
        let node = try DocumentReader.readYAML(Array("a: &x {b: 1}\nc: *x\n".utf8), file: "a.yaml")
        #expect(node.json == ["a": ["b": 1], "c": ["b": 1]])
    }

    @Test("a key that JSON gives twice keeps its last value")
    func duplicateJSON() throws {
        #expect(try DocumentReader.readJSON(Array(#"{"a":1,"a":2}"#.utf8), file: "a.json").json == ["a": 2])
    }
}
