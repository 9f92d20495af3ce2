import Foundation
import SimulatorServer

/// The certificate authority of one run, and the file by which clients learn of it.
struct RunAuthority {
    let authority: CertificateAuthority
    let file: AuthorityFile

    /// - Parameter path: Where to write the file; a folder that ends with the run when it is `nil`.
    init(at path: String? = nil) throws(CommandFailure) {
        do {
            authority = try CertificateAuthority(now: { Date() })
        } catch {
            throw .unable("no certificate authority can be made: \(error)")
        }
        file = try AuthorityFile(authority, at: path)
    }

    /// What is started by it; the file goes where that fails.
    func start<Server>(_ start: (CertificateAuthority) async throws -> Server) async throws -> Server {
        do {
            return try await start(authority)
        } catch {
            file.remove()
            throw error
        }
    }
}
