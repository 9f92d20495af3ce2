import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation

/// Reads the files that a command line names.
enum InputFile {
    /// The bytes of a file, or of standard input for `-`.
    static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
        let handle = try opened(path)
        do {
            return Array(try handle.readToEnd() ?? Data())
        } catch {
            throw unreadable(path)
        }
    }

    /// What a path names, opened for reading; pipes and devices are as good as files.
    ///
    /// - Parameter otherwise: What else the path might have been meant for.
    static func opened(_ path: String, otherwise: String = "") throws(CommandFailure) -> FileHandle {
        guard path != "-" else { return .standardInput }
        try check(path, otherwise: otherwise)
        guard let handle = FileHandle(forReadingAtPath: path) else { throw unreadable(path) }
        return handle
    }

    static func unreadable(_ path: String) -> CommandFailure {
        path == "-"
            ? .usage("standard input: it can't be read; is it closed, or a folder?")
            : .usage("\(path): the file can't be read; check its permissions")
    }

    /// Refuses a path at which no file stands.
    static func check(_ path: String, otherwise: String = "") throws(CommandFailure) {
        guard !path.isEmpty else { throw .usage("the name of a file is empty; name one, or - for standard input") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            // Arguments are read as UTF-8, and what is none of it is lost.
            if path.contains("\u{FFFD}") {
                throw .usage(
                    "\(path): its name is not UTF-8 and can't be opened; rename the file, or hand it over by standard input: "
                        + "- < FILE")
            }
            throw .usage("\(path): there is no such file\(suggestion(for: path))\(otherwise)")
        }
        if isFolder.boolValue { throw .usage("\(path): this is a folder, a file is expected") }
    }

    /// A YAML or JSON document; standard input is read as JSON where it begins like JSON.
    static func document(_ path: String) throws(CommandFailure) -> DocumentNode {
        try document(try bytes(path), of: path)
    }

    static func document(_ bytes: [UInt8], of path: String) throws(CommandFailure) -> DocumentNode {
        let name = path == "-" ? "standard input" : path
        let bytes = UnicodeBytes.utf8(bytes).text
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
