import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import SiteFiles

/// A folder that holds an exported site: the site file, and the files that it names.
struct ExportFolder {
    private let url: URL

    /// - Throws: ``CommandFailure`` when the folder has something in it, or can't be made.
    init(_ path: String) throws {
        url = URL(filePath: path, directoryHint: .isDirectory)
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard names?.isEmpty ?? true else {
            throw CommandFailure.usage("\(path): the folder has something in it; give a new or an empty one")
        }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.usage("\(path): the folder can't be made; check the folder above it")
        }
    }

    var siteFile: String { url.appending(path: "site.yaml").path() }

    /// The site file of a folder, or the path itself where that is no folder.
    static func siteFile(at path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return path
        }
        return URL(filePath: path, directoryHint: .isDirectory).appending(path: "site.yaml").path()
    }

    /// Writes the site; answers how many files were written beside it.
    func write(_ site: SiteDefinition) throws -> Int {
        let attachments = url.appending(path: "attachments", directoryHint: .isDirectory)
        var count = 0
        do {
            let document = try SiteWriter.document(site) { name, bytes in
                if count == 0 {
                    try FileManager.default.createDirectory(at: attachments, withIntermediateDirectories: true)
                }
                count += 1
                try Data(bytes).write(to: attachments.appending(path: name))
                return ["file": .string("attachments/\(name)")]
            }
            try Data(YAMLWriter.text(document).utf8).write(to: URL(filePath: siteFile), options: .atomic)
        } catch {
            throw CommandFailure.unable("\(url.path()): the site can't be written there: \(error.localizedDescription)")
        }
        return count
    }
}
