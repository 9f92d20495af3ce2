import ConfluenceWire
import Documents
import Testing

@Suite("Written YAML is read as the same values")
struct YAMLWriterTests {
    private func read(_ value: JSON) throws -> JSON {
        try DocumentReader.read(Array(YAMLWriter.text(value).utf8), file: "written.yaml").json
    }

    @Test(
        "texts that YAML would take for something else, or would not take at all",
        arguments: [
            "", " ", "plain words", "yes", "No", "null", "~", "12", "1.5", "0x1F", "2026-01-31", "a: b", "a #b", "- a",
            "\"quoted\"", "it's", "back\\slash", "line\nline", "line\nline\n", "line\n\nline\n", " indented\nline\n",
            "trailing \nline\n", "\n", "\n\n", "tab\there\n", "ünïcode\n", "\u{7F}", "\u{85}", "\u{2028}\u{2029}",
            "byte order \u{FEFF} mark", "\u{1F600}", "<p>a & b</p>\n<p>c</p>\n", "{a}", "[a]", "a,b", "&anchor",
            "*alias", "!tag",
            "%directive", "@at", "`tick", "key:", "?", "|", ">", "\r\n", "...", "---", "\u{0}\u{1}\u{1F}",
        ])
    func texts(text: String) throws {
        #expect(
            try read(["text": .string(text), "list": [.string(text), [.string(text)], ["deep": .string(text)]]])
                == ["text": .string(text), "list": [.string(text), [.string(text)], ["deep": .string(text)]]])
    }

    @Test("values of every kind, nested", arguments: 1...20)
    func nested(seed: UInt64) throws {
        var state = seed
        func draw(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        func value(_ depth: Int) -> JSON {
            switch draw(depth > 3 ? 6 : 9) {
            case 0: return .null
            case 1: return .bool(draw(2) == 0)
            case 2: return .integer(Int64(draw(1 << 31)) - (1 << 30))
            case 3: return .number(Double(draw(1000)) + 0.5)
            case 4: return .string("line \(draw(9))\nand more\n")
            case 5: return .string(String(UnicodeScalar(UInt8(draw(128)))) + "x")
            case 6, 7: return .array((0..<draw(4)).map { _ in value(depth + 1) })
            default:
                var object = JSONObject()
                for number in 0..<draw(4) {
                    object.append("key \(number) \(draw(2) == 0 ? ":" : "")", value(depth + 1))
                }
                return .object(object)
            }
        }
        for _ in 0..<20 {
            let written: JSON = ["value": value(0)]
            #expect(try read(written) == written)
        }
    }
}
