import Dispatch
import Documents
import Foundation
import Synchronization

/// Finds scenario files and reads them, all of them before the first one runs.
package enum ScenarioFiles {
    /// The scenarios of these files and folders; folders are searched in depth, in the order of their names.
    package static func read(
        _ paths: [String], vocabulary: ScenarioVocabulary
    ) throws(ScenarioMistakes) -> [Scenario] {
        var errors: [DocumentError] = []
        var scenarios: [Scenario] = []
        for outcome in outcomes(of: try find(paths), vocabulary: vocabulary) {
            do throws(ScenarioMistakes) {
                scenarios += try outcome.get()
            } catch {
                errors += error.errors
            }
        }
        errors += LawNames.mistakes(in: scenarios)
        guard errors.isEmpty else { throw ScenarioMistakes(errors: errors) }
        return scenarios
    }

    /// What came of each file, in their order; as many are read at once as there are processors.
    private static func outcomes(
        of files: [String], vocabulary: ScenarioVocabulary
    ) -> [Result<[Scenario], ScenarioMistakes>] {
        let outcomes = Mutex<[Int: Result<[Scenario], ScenarioMistakes>]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { number in
            let outcome = Result { () throws(ScenarioMistakes) in try readFile(files[number], vocabulary: vocabulary) }
            outcomes.withLock { $0[number] = outcome }
        }
        return outcomes.withLock { outcomes in files.indices.compactMap { outcomes[$0] } }
    }

    /// The scenario files that these paths name, each once.
    package static func find(_ paths: [String]) throws(ScenarioMistakes) -> [String] {
        var files: [String] = []
        var errors: [DocumentError] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                errors.append(DocumentError(file: path, message: "there is no such file or folder"))
                continue
            }
            let found = isFolder.boolValue ? filesBelow(path) : [path]
            if found.isEmpty {
                errors.append(
                    DocumentError(file: path, message: "the folder holds no scenario (a file ending in .yaml)"))
            }
            files += found.filter { !files.contains($0) }
        }
        guard errors.isEmpty else { throw ScenarioMistakes(errors: errors) }
        return files
    }

    /// Folders of what scenarios use, in which no scenarios are looked for.
    private static let foldersOfOtherFiles = ["data", "payloads", "sites", "snapshots", "schemas"]

    private static func filesBelow(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            [".yaml", ".yml"].contains(where: name.hasSuffix)
                && !name.split(separator: "/").contains { $0.hasPrefix(".") }
                && !name.split(separator: "/").dropLast().contains { foldersOfOtherFiles.contains(String($0)) }
        }
        .sorted()
        .map { (folder as NSString).appendingPathComponent($0) }
    }

    /// The scenarios of a file, with the data files beside it.
    private static func readFile(
        _ file: String, vocabulary: ScenarioVocabulary
    ) throws(ScenarioMistakes) -> [Scenario] {
        let document = try document(file)
        var scenarios =
            LawFamilyReader.isFamily(document)
            ? try LawFamilyReader.read(document, vocabulary: vocabulary)
            : try ScenarioReader.read(document, vocabulary: vocabulary)
        var mistakes = Mistakes()
        for index in scenarios.indices {
            for site in scenarios[index].sites {
                if case .file(let path, let node) = site.source, !FileManager.default.fileExists(atPath: path) {
                    mistakes.note(node.error("there is no site file at \(path)"))
                }
            }
            for schema in scenarios[index].schemas {
                _ = mistakes.attempt { () throws(DocumentError) in try schema.read(from: .onDisk(isWritable: false)) }
            }
            for number in scenarios[index].dataFiles.indices {
                let file = scenarios[index].dataFiles[number]
                let value = mistakes.attempt { () throws(DocumentError) in try DataFileReader.read(file) }
                if let value { scenarios[index].dataFiles[number].value = value }
            }
        }
        guard mistakes.errors.isEmpty else { throw ScenarioMistakes(errors: mistakes.errors) }
        return scenarios
    }

    private static func document(_ file: String) throws(ScenarioMistakes) -> DocumentNode {
        do throws(DocumentError) {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw DocumentError(file: file, message: "the file can't be read")
            }
            return try DocumentReader.read(Array(data), file: file)
        } catch {
            throw ScenarioMistakes(errors: [error])
        }
    }
}

extension Scenario {
    /// The files that decide what comes of it: its own, and those of its sites, data, schemas and snapshots.
    package var files: [String] {
        let sites = sites.compactMap { site in
            if case .file(let path, _) = site.source { path } else { nil }
        }
        let schemas = schemas.compactMap { schema in
            if case .file(let path, _) = schema.source { path } else { nil }
        }
        return [file] + sites + dataFiles.map(\.path) + schemas + snapshots.map(\.path)
    }
}
