package import Documents
import Foundation

/// Finds scenario files and reads them, all of them before the first one runs.
package enum ScenarioFiles {
    /// Everything that is wrong with what was asked to run.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        package var errors: [DocumentError]

        package var description: String { errors.map(\.description).joined(separator: "\n") }
    }

    /// The scenarios of these files and folders; folders are searched in depth, in the order of their names.
    package static func read(
        _ paths: [String], vocabulary: ScenarioVocabulary
    ) throws(Unreadable) -> [Scenario] {
        var errors: [DocumentError] = []
        var scenarios: [Scenario] = []
        for file in try find(paths) {
            do throws(DocumentError) {
                scenarios.append(try readFile(file, vocabulary: vocabulary))
            } catch {
                errors.append(error)
            }
        }
        guard errors.isEmpty else { throw Unreadable(errors: errors) }
        return scenarios
    }

    /// The scenario files that these paths name, each once.
    package static func find(_ paths: [String]) throws(Unreadable) -> [String] {
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
        guard errors.isEmpty else { throw Unreadable(errors: errors) }
        return files
    }

    private static func filesBelow(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            [".yaml", ".yml"].contains(where: name.hasSuffix)
                && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        .sorted()
        .map { (folder as NSString).appendingPathComponent($0) }
    }

    private static func readFile(_ file: String, vocabulary: ScenarioVocabulary) throws(DocumentError) -> Scenario {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw DocumentError(file: file, message: "the file can't be read")
        }
        let scenario = try ScenarioReader.read(
            try DocumentReader.read(Array(data), file: file), vocabulary: vocabulary)
        if case .file(let path, let node) = scenario.site, !FileManager.default.fileExists(atPath: path) {
            throw node.error("there is no site file at \(path)")
        }
        return scenario
    }
}

extension Scenario {
    /// The files that decide what it does: its own, and those of its sites.
    package var files: [String] {
        guard case .file(let path, _) = site else { return [file] }
        return [file, path]
    }
}
