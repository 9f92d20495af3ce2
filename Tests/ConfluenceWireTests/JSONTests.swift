import ConfluenceWire
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "comes back as it was written",
        arguments: [
            #"{"b":1,"a":[true,false,null],"c":{"d":"é\n\u0001"},"e":-2.5}"#,
            "[]", "{}", "0", #""""#, "-9223372036854775808",
        ])
    func roundTrip(text: String) throws {
        #expect(try JSONReader.read(text).compactText == text)
    }

    @Test("escapes and surrogate pairs are read")
    func escapes() throws {
        #expect(try JSONReader.read(#""\ud83d\ude00 \u00e9 \/""#) == .string("😀 é /"))
        #expect(try JSONReader.read(#""\ud83d""#) == .string("\u{FFFD}"))
    }

    @Test(
        "a broken text is refused where it breaks",
        arguments: [
            ("", 1, 1), ("{\n  \"a\": 1,\n  b: 2\n}", 3, 3), ("[1, 2", 1, 6), (#"{"a" 1}"#, 1, 6),
            ("[01]", 1, 2), (#"["a"#, 1, 2), ("nul", 1, 1), ("{} x", 1, 4), (#"["\q"]"#, 1, 4), ("[1.]", 1, 4),
        ])
    func malformed(text: String, line: Int, column: Int) {
        let error = #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(text) }
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test("of a key that is given twice the last value counts, in its first place", arguments: [2, 15, 16, 17, 40])
    func repeatedKeys(count: Int) throws {
        let members = (0..<count).map { "\"k\($0)\":\($0)" } + ["\"k0\":\"last\"", "\"k\(count - 1)\":\"end\""]
        let text = "{" + members.joined(separator: ",") + "}"
        let object = try #require(try JSONReader.read(text).objectValue)
        #expect(object.keys == (0..<count).map { "k\($0)" })
        #expect(object["k0"] == "last")
        #expect(object["k\(count - 1)"] == "end")
    }

    @Test("deep nesting ends in an error, not in a crash")
    func depth() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(text) }
    }

    @Test("siblings do not count as depth")
    func siblings() throws {
        let text = "[" + Array(repeating: "{},[]", count: 300).joined(separator: ",") + "]"
        #expect(try JSONReader.read(text).arrayValue?.count == 600)
    }

    @Test("of two equal keys the last one counts")
    func duplicateKeys() throws {
        #expect(try JSONReader.read(#"{"a":1,"a":2}"#)["a"] == 2)
    }

    @Test("objects keep their order when a member changes")
    func order() {
        var value: JSON = ["a": 1, "b": 2]
        value["a"] = 3
        value["c"] = 4
        value["b"] = nil
        #expect(value.compactText == #"{"a":3,"c":4}"#)
    }

    @Test("indented for people")
    func pretty() {
        let value: JSON = ["a": [1, 2], "b": [:]]
        #expect(value.prettyText == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n")
    }
}
