import Foundation

/// The files that a command line asks to be written.
enum OutputFile {
    /// Refuses a path that can't be written, before anything is done that would be lost.
    ///
    /// - Parameter option: The option that names it.
    static func check(_ path: String, of option: String) throws(CommandFailure) {
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
