import Foundation

/// The files that a command line asks to be written.
enum OutputFile {
    /// Writes a file whole or not at all; a device or a pipe, which nothing can be put in the place of, is written to.
    static func write(_ data: Data, to path: String) throws {
        let url = URL(filePath: path)
        let kind = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
        guard let kind = kind as? FileAttributeType, kind != .typeRegular else {
            return try data.write(to: url, options: .atomic)
        }
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: data)
        try handle.close()
    }

    /// Refuses a path that can't be written, before anything is done that would be lost.
    ///
    /// - Parameter option: The option that names it.
    static func check(_ path: String, of option: String) throws(CommandFailure) {
        guard !path.isEmpty else { throw .usage("\(option): the name of the file is empty") }
        var isFolder: ObjCBool = false
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .usage("\(option) \(path): there is no folder \(folder)")
        }
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw .usage("\(option) \(path): this is a folder, a file is expected")
        }
    }
}
