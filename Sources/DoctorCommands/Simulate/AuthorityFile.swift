import Foundation
import SimulatorServer

/// The file by which clients learn of the run's certificate authority; the authority's key is never written.
struct AuthorityFile {
    /// Absolute, so that it means the same to a client that is started elsewhere.
    let path: String
    /// The folder made for it, where nobody said where it should be.
    private let ownFolder: URL?

    /// - Parameter path: Where to write; a folder that ends with the run when it is `nil`.
    init(_ authority: CertificateAuthority, at path: String?) throws(CommandFailure) {
        let file: URL
        if let path {
            file = URL(filePath: path)
            ownFolder = nil
        } else {
            // A name that nobody can foresee, in a folder that only this user can write to: the file stays what it is.
            let folder = FileManager.default.temporaryDirectory.appending(
                path: "confluence-doctor-\(UUID().uuidString)")
            do {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
            } catch {
                throw .unable(
                    "no folder for the CA can be made in \(folder.deletingLastPathComponent().path()); use --ca-out FILE"
                )
            }
            file = folder.appending(path: "ca.pem")
            ownFolder = folder
        }
        self.path = file.absoluteURL.path(percentEncoded: false)
        do {
            try Data(authority.pem.utf8).write(to: file, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: self.path)
        } catch {
            remove()
            throw .usage("\(self.path): the CA can't be written; check the folder and its permissions")
        }
    }

    /// Removes what was made for the run alone; a file that the caller named stays.
    func remove() {
        if let ownFolder { try? FileManager.default.removeItem(at: ownFolder) }
    }
}
