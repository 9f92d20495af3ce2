import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import JSONSchema
import Testing

@testable import Scenarios

@Suite("A tool map is read, and each mistake in one is told with its line and the nearest word")
struct ToolMapReaderTests {
    private static let good = """
        version: 1
        name: wiki
        product: {name: wiki-mcp, version: 2.0.1}
        server:
          command: [wiki, --stdio]
          environment: {WIKI: "{{base_url}}", TOKEN: "{{token}}"}
        fails:
          - {at: error, type: WikiError}
        tools:
          read_page_by_id:
            calls: page
            arguments: {id: "{{page_id}}", limit: "{{settings.limit}}"}
            drops: [skip_images]
            answer: {at: page.body}
        absent:
          delete_page: it only reads
        """

    private static func read(_ yaml: String) throws -> ToolMap {
        try ToolMapReader.read(DocumentReader.readYAML(Array(yaml.utf8), file: "wiki.yaml"))
    }

    @Test("the maps that are shipped fit the published schema, and are read", arguments: ["mcp-atlassian"])
    func shipped(name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: root.appending(path: path))) }
        let schema = try Schema(JSONReader.read(bytes("docs/schemas/tool-map.schema.json")))
        let map = try DocumentReader.readYAML(bytes("Drivers/maps/\(name).yaml"), file: "\(name).yaml")
        #expect(schema.violations(of: map.json).isEmpty)
        #expect(try ToolMapReader.read(map).name == name)
        let sample = try DocumentReader.readYAML(Array(Self.good.utf8), file: "wiki.yaml")
        #expect(schema.violations(of: sample.json).isEmpty)
    }

    @Test("a map as values")
    func reading() throws {
        let map = try Self.read(Self.good)
        #expect(map.name == "wiki")
        #expect(map.product?.version == "2.0.1")
        #expect(map.tools["read_page_by_id"]?.drops == ["skip_images"])
        #expect(map.absence(of: "read_page_by_id") == nil)
        #expect(map.absence(of: "delete_page") == "it only reads")
        #expect(map.absence(of: "create_page") == "wiki.yaml names no tool that answers for it")
    }

    /// What is replaced in a good map, by what, and the message.
    private static let mistakes: [(part: String, by: String, message: String)] = [
        ("version: 1", "version: 2", "wiki.yaml:1:10: version: this release reads version 1 of tool maps"),
        ("name: wiki\n", "nmae: wiki\n", "wiki.yaml:2:1: nmae: unknown key “nmae”, did you mean “name”?"),
        ("command:", "comand:", "wiki.yaml:5:3: server.comand: unknown key “comand”, did you mean “command”?"),
        ("[wiki, --stdio]", "[]", "the command is empty"),
        ("{{base_url}}", "{{base_ulr}}", "unknown placeholder “base_ulr”, did you mean “base_url”?"),
        ("--stdio", "\"{{token}}\"", "{{token}} is a secret, which others see on a command line"),
        ("read_page_by_id:", "read_page_by_di:", "unknown tool of the toolkit “read_page_by_di”, did you mean"),
        ("delete_page:", "read_page_by_id:", "“read_page_by_id” stands under “absent” as well"),
        ("{{page_id}}", "{{pageid}}", "unknown argument of read_page_by_id “pageid”, did you mean “page_id”?"),
        ("{{page_id}}", "{{api_key}}", "{{api_key}} is a secret, and no argument of a tool"),
        ("[skip_images]", "[skip_image]", "unknown argument of read_page_by_id “skip_image”, did you mean"),
        ("page.body", "\"page[\"", "wiki.yaml:14:18: tools.read_page_by_id.answer.at: "),
        ("{at: page.body}", "{is: 1, each: 2}", "write either “each” or “is”, not both"),
        ("{at: error, type", "{at: error, matches: x, type", "either “at” (a path) or “matches” (a pattern)"),
        ("{at: error, type", "{matches: \"(\", type", "“(” is not a regular expression"),
        ("  command: [wiki, --stdio]\n", "  url: http://localhost\n", "an environment needs a “command” to start"),
        ("    calls: page\n", "", "the key “calls” is missing"),
    ]

    @Test("a mistake", arguments: mistakes)
    func mistake(part: String, by: String, message: String) throws {
        let yaml = Self.good.replacing(part, with: by, maxReplacements: 1)
        #expect(yaml != Self.good)
        let error = #expect(throws: DocumentError.self) { try Self.read(yaml) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
        #expect(error?.description.hasPrefix("wiki.yaml:") == true)
    }

    @Test("the map that is shipped can be read, and says something of every tool")
    func shipped() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Drivers/maps/mcp-atlassian.yaml")
        let map = try ToolMapReader.read(DocumentReader.readYAML(Array(Data(contentsOf: file)), file: "map.yaml"))
        #expect(Set(map.tools.keys).union(map.absent.keys).count == 25)
    }
}
