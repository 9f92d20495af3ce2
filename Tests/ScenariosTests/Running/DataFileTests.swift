import ConfluenceWire
import Documents
import Foundation
import Testing

@testable import Scenarios

@Suite("Data files beside a scenario")
struct DataFileTests {
    @Test("a table's rows are mappings by the names of its first row")
    func table() throws {
        let rows = try CommaSeparatedTable.read(
            "\u{FEFF}key,title\r\nA,\"One, \"\"two\"\"\"\r\n\r\nB,\"over\nlines\"", file: "a.csv")
        #expect(
            rows.map(\.json.compactText) == [
                #"{"key":"A","title":"One, \"two\""}"#, #"{"key":"B","title":"over\nlines"}"#,
            ])
    }

    @Test(
        "a table that is none is refused with its line",
        arguments: [
            ("", "a.csv:1:1: the table has no row of names"),
            ("a,b\n1,2\n\n1\n", "a.csv:4:1: this row has 1 fields, the row of names 2"),
            ("a,b\n1,\"2\n", "a.csv:2:1: a quoted field of this row has no end"),
        ])
    func malformed(text: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try CommaSeparatedTable.read(text, file: "a.csv") }
        #expect(error?.description == message)
    }

    @Test("JSON, YAML and CSV are read with the scenario, and what is missing or broken is told before the run")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "payloads"), withIntermediateDirectories: true)
        let yaml = Samples.header + "diagnose: {}\n"
        let files = [
            "a.yaml": yaml + "data: {j: payloads/j.json, y: payloads/y.yaml, c: payloads/c.csv}\n",
            "b.yaml": yaml + "data: {j: payloads/away.json, k: payloads/broken.json}\n",
            "payloads/j.json": #"{"a": [1]}"#, "payloads/y.yaml": "b: 2\n", "payloads/c.csv": "k\nv\n",
            "payloads/broken.json": "{",
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let scenarios = try ScenarioFiles.read([folder.path() + "/a.yaml"], vocabulary: Samples.vocabulary)
        let texts = scenarios[0].dataFiles.map { DocumentNode($0.value, from: "").json.compactText }
        #expect(texts == [#"{"a":[1]}"#, #"{"b":2}"#, #"[{"k":"v"}]"#])
        let error = #expect(throws: ScenarioMistakes.self) {
            // The folder holds data in YAML too, which is no scenario.
            try ScenarioFiles.read([folder.path()], vocabulary: Samples.vocabulary)
        }
        #expect(error?.errors.count == 2)
        #expect(error?.errors.first?.message.hasPrefix("there is no data file at") == true)
        #expect(error?.errors.last?.message.hasPrefix("this is not JSON") == true)
    }
}
