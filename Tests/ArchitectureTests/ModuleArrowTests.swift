import ConfluenceWire
import Foundation
import Subprocess
import Testing

@Suite("The package keeps to the drawing in docs/architecture.md")
struct ModuleArrowTests {
    @Test("every module imports just the modules drawn for it")
    func arrows() async throws {
        let drawn = try Self.drawing()
        let declared = try await Self.manifest()
        #expect(Set(declared.keys) == Set(drawn.map(\.name)))
        for module in drawn {
            #expect(declared[module.name] == module.imports, "\(module.name) imports other modules than drawn")
        }
    }

    @Test("every arrow points down")
    func downward() throws {
        var above: Set<String> = []
        for module in try Self.drawing() {
            #expect(module.imports.isSubset(of: above), "\(module.name) imports a module drawn below it")
            above.insert(module.name)
        }
    }

    @Test("the doctor's side never sees the simulator")
    func boundary() throws {
        let drawing = try Self.drawing()
        let simulator: Set = [
            "Simulator", "SimulatorServer", "ConfluenceStore", "ConfluenceTesting", "ConfluenceTestingServer",
        ]
        for name in [
            "Diagnosis", "ConfluenceToolkit", "ConfluenceClient", "LiveTransport", "Scenarios", "Contracts",
            "Reporting",
        ] {
            #expect(Self.reach(of: name, in: drawing).isDisjoint(with: simulator), "\(name) reaches the simulator")
        }
    }

    @Test("source files import only what their target declares, and stay short enough to read in one sitting")
    func files() throws {
        let drawing = try Self.drawing()
        let known = Set(drawing.map(\.name))
        for module in drawing {
            let folder = Self.root.appending(path: "Sources/\(module.name)")
            let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
                #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count) lines")
                let imports = lines.compactMap(Self.importedModule).filter(known.contains)
                #expect(
                    Set(imports).isSubset(of: module.imports),
                    "\(file.lastPathComponent) imports \(Set(imports).subtracting(module.imports))")
            }
        }
    }

    // MARK: - Fixtures

    private struct Module {
        var name: String
        var imports: Set<String>
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func drawing() throws -> [Module] {
        let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        let start = try #require(page.range(of: "```modules\n"))
        let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
        return page[start.upperBound..<end.lowerBound].split(separator: "\n").map { line in
            let sides = line.components(separatedBy: "→")
            let imports = sides[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            return Module(
                name: sides[0].trimmingCharacters(in: .whitespaces), imports: Set(imports.filter { !$0.isEmpty }))
        }
    }

    private static func reach(of name: String, in drawing: [Module]) -> Set<String> {
        let direct = drawing.first { $0.name == name }?.imports ?? []
        return direct.reduce(into: direct) { $0.formUnion(reach(of: $1, in: drawing)) }
    }

    private static func importedModule(_ line: String) -> String? {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
        return String(words[index + 1])
    }

    /// The package's own targets, tests aside, with the own targets each depends on.
    private static func manifest() async throws -> [String: Set<String>] {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "dump-package-\(getpid())")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let result = try await run(
            .name("swift"),
            arguments: [
                "package", "--package-path", root.path(), "--scratch-path", scratch.path(), "dump-package",
            ],
            output: .bytes(limit: 1 << 22),
            error: .string(limit: 1 << 16)
        )
        let package = try JSONReader.read(result.standardOutput)
        let targets = try #require(package["targets"]?.arrayValue, "\(result.standardError)")
        var modules: [String: Set<String>] = [:]
        for target in targets where target["type"] != "test" {
            let name = try #require(target["name"]?.stringValue)
            let dependencies = target["dependencies"]?.arrayValue ?? []
            modules[name] = Set(dependencies.compactMap { $0["byName"]?[0]?.stringValue })
        }
        return modules
    }
}
