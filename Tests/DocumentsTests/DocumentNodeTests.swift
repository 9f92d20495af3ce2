import Documents
import Testing

@Suite("Readers of values say what is wrong and what is meant")
struct DocumentNodeTests {
    private static func node(_ yaml: String) throws -> DocumentNode {
        try DocumentReader.readYAML(Array(yaml.utf8), file: "a.yaml")
    }

    private enum Colour: String, CaseIterable {
        case red
        case green
    }

    @Test("an unknown key gets the nearest right one, and its own place")
    func nearestKey() throws {
        let node = try Self.node("name: x\nspce: DOCS\n")
        let error = #expect(throws: DocumentError.self) { try node.mapping(keys: ["name", "space", "pages"]) }
        #expect(error?.description == "a.yaml:2:1: spce: unknown key “spce”, did you mean “space”?")
    }

    @Test("an unknown key that is near to none gets the list of the known ones")
    func knownKeys() throws {
        let node = try Self.node("zebra: 1\n")
        let error = #expect(throws: DocumentError.self) { try node.mapping(keys: ["name", "space"]) }
        #expect(error?.message == "unknown key “zebra”; known are name, space")
    }

    @Test("an unknown word gets the nearest right one")
    func nearestWord() throws {
        let error = #expect(throws: DocumentError.self) { try Self.node("gren").word(Colour.self) }
        #expect(error?.message == "unknown value “gren”, did you mean “green”?")
        #expect(try Self.node("red").word(Colour.self) == .red)
    }

    @Test("a missing key is named where its mapping begins")
    func missing() throws {
        let mapping = try Self.node("a:\n  b: 1\n").mapping().required("a").mapping()
        let error = #expect(throws: DocumentError.self) { try mapping.required("c") }
        #expect(error?.description == "a.yaml:2:3: a: the key “c” is missing")
    }

    @Test("a value of another kind is named by what it is")
    func kinds() throws {
        let mapping = try Self.node("list: [1]\nword: x\nhalf: 0.5\nnothing: ~\n").mapping()
        let messages = [
            #expect(throws: DocumentError.self) { try mapping.text("list") }?.message,
            #expect(throws: DocumentError.self) { try mapping.integer("word") }?.message,
            #expect(throws: DocumentError.self) { try mapping.integer("half") }?.message,
            #expect(throws: DocumentError.self) { try mapping.bool("word") }?.message,
            #expect(throws: DocumentError.self) { try mapping.list("word") }?.message,
            #expect(throws: DocumentError.self) { try mapping.required("nothing") }?.message,
        ]
        #expect(
            messages == [
                "a text is expected, found a list", "a whole number is expected, found a text",
                "a whole number is expected, found a number", "true or false is expected, found a text",
                "a list is expected, found a text", "the key “nothing” is missing",
            ])
    }

    @Test("a text may be written as a number or a truth value")
    func text() throws {
        let mapping = try Self.node("id: 98305\nflag: true\nratio: 1.5\n").mapping()
        #expect(try mapping.text("id") == "98305")
        #expect(try mapping.text("flag") == "true")
        #expect(try mapping.text("ratio") == "1.5")
    }
}
