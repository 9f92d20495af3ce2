import Documents
import Foundation
import Scenarios
import Testing

@Suite("Scenario files are found in files and folders")
struct ScenarioFilesTests {
    /// A folder with these files, for the time of one test.
    private static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try body(folder.path())
    }

    private static let sample = Samples.header + "diagnose: {}\n"

    @Test("a folder is searched in depth, in the order of names, and each file is taken once")
    func folder() throws {
        try Self.withFolder(["b/2.yaml": Self.sample, "a.yml": Self.sample, "b/1.yaml": Self.sample, "b/notes.md": "x"])
        {
            folder in
            let scenarios = try ScenarioFiles.read([folder, folder + "/a.yml"], vocabulary: Samples.vocabulary)
            #expect(
                scenarios.map { $0.file.dropFirst(folder.count).drop { $0 == "/" } } == [
                    "a.yml", "b/1.yaml", "b/2.yaml",
                ])
        }
    }

    @Test("all that is wrong is told at once")
    func errors() throws {
        let broken = Samples.header + "stepps: []\n"
        let siteless = Self.sample.split(separator: "{name: acme, deployment: cloud, host: acme.example}").joined(
            separator: "away.yaml")
        try Self.withFolder(["1.yaml": broken, "2.yaml": siteless, "3.yaml": Self.sample]) { folder in
            let error = #expect(throws: ScenarioMistakes.self) {
                try ScenarioFiles.read([folder], vocabulary: Samples.vocabulary)
            }
            let messages = error?.errors.map(\.message) ?? []
            #expect(messages.count == 2)
            #expect(messages.first == "unknown key “stepps”, did you mean “steps”?")
            #expect(messages.last?.hasPrefix("there is no site file at") == true)
        }
    }

    @Test("what decides on a scenario are its own file, and those of its sites, data, schemas and snapshots")
    func files() throws {
        let scenario =
            Samples.header + """
                data: {rows: rows.json}
                steps:
                  - for-each: {row: "{{data.rows}}"}
                    do:
                      - {tool: search_pages, expect: {schema: hits.json, snapshot: hits}}

                """
        try Self.withFolder(["a.yaml": scenario, "rows.json": "[1]", "hits.json": "{}"]) { folder in
            let scenarios = try ScenarioFiles.read([folder + "/a.yaml"], vocabulary: Samples.vocabulary)
            let names = scenarios.first?.files.map { ($0 as NSString).lastPathComponent }
            #expect(names == ["a.yaml", "rows.json", "hits.json", "hits.txt"])
        }
    }

    @Test("a path that leads nowhere, and a folder without scenarios, are errors")
    func nothing() throws {
        try Self.withFolder([:]) { folder in
            let error = #expect(throws: ScenarioMistakes.self) {
                try ScenarioFiles.read([folder, folder + "/missing.yaml"], vocabulary: Samples.vocabulary)
            }
            #expect(
                error?.errors.map(\.message) == [
                    "the folder holds no scenario (a file ending in .yaml)", "there is no such file or folder",
                ])
        }
    }

    @Test("scenarios are chosen by tag and by pattern, and an empty choice is an error")
    func selection() throws {
        let scenarios = try [("One", "cloud"), ("Two", "data-center")].map { name, tag in
            try Samples.scenario(
                Self.sample.split(separator: "A sample").joined(separator: name) + "tags: [\(tag)]\n",
                file: "\(name).yaml")
        }
        #expect(try ScenarioSelection(tags: ["cloud"]).apply(to: scenarios).map(\.name) == ["One"])
        #expect(try ScenarioSelection(filter: "^Tw").apply(to: scenarios).map(\.name) == ["Two"])
        let none = #expect(throws: ScenarioSelection.Invalid.self) {
            try ScenarioSelection(tags: ["clod"]).apply(to: scenarios)
        }
        #expect(none?.description == "none of the 2 scenarios is chosen; their tags are cloud, data-center")
        #expect(throws: ScenarioSelection.Invalid.self) { try ScenarioSelection(filter: "(").apply(to: scenarios) }
    }
}
