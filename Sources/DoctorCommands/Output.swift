import ConfluenceModel
import Foundation
import Reporting
import Synchronization

/// The two streams a command writes to, each text in one go.
enum Output {
    static func line(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
    }

    /// Messages quote files and arguments, and a terminal obeys what may stand in those.
    static func error(_ text: String) {
        plainError("error: " + TokenForm.masked(text.printable))
    }

    /// Something worth knowing that is no error of the command.
    static func note(_ text: String) {
        plainError("note: " + TokenForm.masked(text.printable))
    }

    static func plainError(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardError)
    }

    /// A line on standard error that may be written over.
    static func progress(_ text: String) {
        write(text, to: .standardError)
    }

    /// Bytes of a protocol, as they are.
    static func bytes(_ bytes: [UInt8]) {
        write(Data(bytes), to: .standardOutput)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        write(Data(text.utf8), to: handle)
    }

    private static func write(_ data: Data, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: data)
        } catch {
            // Where standard error can't be written, nothing can be told.
            if handle == .standardOutput { Delivery.current?.note(error) }
        }
    }
}

/// Takes note of output that could not be written, until the command ends.
final class Delivery: Sendable {
    @TaskLocal static var current: Delivery?

    private let first = Mutex<String?>(nil)

    var trouble: String? { first.withLock { $0 } }

    func note(_ error: any Error) {
        guard let words = Self.words(error) else { return }
        first.withLock { $0 = $0 ?? words }
    }

    /// Why a stream can't be written; `nil` where its reader has gone away (`| head`), which is no error of ours.
    private static func words(_ error: any Error) -> String? {
        let error = error as NSError
        let code = error.userInfo[NSUnderlyingErrorKey].map { ($0 as? NSError)?.code ?? 0 } ?? error.code
        if code == Int(EPIPE) { return nil }
        return code > 0 && code < 256 ? String(cString: strerror(Int32(code))) : error.localizedDescription
    }
}
