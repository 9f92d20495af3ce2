import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation

/// Reads the files that a command line names.
enum InputFile {
    /// The bytes of a file, or of standard input for `-`.
    static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
        if path == "-" {
            return Array(FileHandle.standardInput.readDataToEndOfFile())
        }
        try check(path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .usage("\(path): the file can't be read; check its permissions")
        }
        return Array(data)
    }

    /// Refuses a path at which no file stands.
    static func check(_ path: String) throws(CommandFailure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .usage("\(path): there is no such file\(suggestion(for: path))")
        }
        if isFolder.boolValue { throw .usage("\(path): this is a folder, a file is expected") }
    }

    /// A YAML or JSON document; standard input is read as JSON where it begins like JSON.
    static func document(_ path: String) throws(CommandFailure) -> DocumentNode {
        try document(try bytes(path), of: path)
    }

    static func document(_ bytes: [UInt8], of path: String) throws(CommandFailure) -> DocumentNode {
        let name = path == "-" ? "standard input" : path
        do {
            let first = bytes.first { !$0.isBlank }
            if path == "-", first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                return try DocumentReader.readJSON(bytes, file: name)
            }
            return try DocumentReader.read(bytes, file: name)
        } catch {
            throw .usage(error.description)
        }
    }

    /// ", did you mean …?" with the nearest name in the same folder.
    static func suggestion(for path: String) -> String {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        guard let nearest = NearestWord.find(for: url.lastPathComponent, in: names.sorted()) else { return "" }
        return ", did you mean \(nearest)?"
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
