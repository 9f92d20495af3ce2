import ConfluenceWire
import Foundation
import Recording

/// The HAR file of a recording, and the journal from which it is made.
struct RecordingFile {
    static let usualPath = "recording.har"
    static let ending = ".journal"

    let path: String
    let journal: String
    /// Whether another recording stood there before this one.
    let isKept: Bool

    init(_ path: String, journal: String? = nil) {
        self.path = path
        self.journal = journal ?? path + Self.ending
        isKept = FileManager.default.fileExists(atPath: path)
    }

    /// Opens a new journal, which only this user can read.
    func begin(upstream: WebAddress, creator: String) throws(CommandFailure) -> JournalFile {
        guard !FileManager.default.fileExists(atPath: journal) else {
            throw .usage(
                "\(journal): there is a journal already: another recorder writes it, or one was killed; "
                    + "record --finish \(journal) makes a HAR file of it")
        }
        do {
            let file = try JournalFile(creating: journal)
            try file.append(RecordingJournal.head(creator: creator, upstream: upstream))
            return file
        } catch {
            throw .usage("\(journal): the journal can't be written; check the folder and its permissions")
        }
    }

    /// Writes the HAR file, and removes the journal, which has nothing that the file has not.
    ///
    /// - Parameter clean: Takes out of a line what became known to be secret only later.
    func finish(clean: (String) -> String) throws(CommandFailure) -> (entries: Int, broken: Int) {
        let lines = try InputFile.bytes(journal)
        let made: (archive: [UInt8], entries: Int, broken: Int)
        do {
            made = try RecordingJournal.archive(lines, clean: clean)
        } catch {
            throw .usage("\(journal): \(error)")
        }
        do {
            // A recording in which nothing passed takes no other's place.
            if made.entries == 0, isKept {
                try? FileManager.default.removeItem(atPath: journal)
                return (0, made.broken)
            }
            try Data(made.archive).write(to: URL(filePath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw .unable(
                "\(path): the file can't be written; the journal \(journal) has everything, use record --finish")
        }
        try? FileManager.default.removeItem(atPath: journal)
        return (made.entries, made.broken)
    }

    /// Removes the journal of a recording that did not come about.
    func abandon() {
        try? FileManager.default.removeItem(atPath: journal)
    }
}
