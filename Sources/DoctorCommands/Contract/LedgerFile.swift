import Contracts
import Documents
import Foundation

/// Reads and writes the ledger that `--ledger` names.
enum LedgerFile {
    /// The ledger of a file; empty without one.
    static func read(_ path: String?) throws(CommandFailure) -> Ledger {
        guard let path else { return Ledger() }
        let document = try InputFile.document(path)
        do {
            return try Ledger(document)
        } catch {
            throw .usage(error.description)
        }
    }

    /// Takes what a run saw into the file, which is made where it isn't there yet.
    static func update(_ path: String, with seen: Ledger) throws(CommandFailure) {
        var ledger = FileManager.default.fileExists(atPath: path) ? try read(path) : Ledger()
        ledger.merge(seen)
        try ShapeFiles.write(Array(ledger.yaml.utf8), to: path)
    }
}
