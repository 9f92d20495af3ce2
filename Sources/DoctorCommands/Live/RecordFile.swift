import Foundation
import LiveSites
import Synchronization

/// The file of what one run creates on a live site; each line is on the disk before the call returns.
///
/// It is locked for as long as its run goes on, so that nobody cleans up behind a run that is under way.
final class RecordFile: Sendable {
    /// Why a record can't be kept.
    enum Failure: Error, CustomStringConvertible {
        case folder(String)
        case file(String, String)
        case inUse(String)

        var description: String {
            switch self {
            case .folder(let path): "the folder \(path) can't be made"
            case .file(let path, let reason): "\(path): \(reason)"
            case .inUse(let path): "\(path) belongs to a run that is still going on"
            }
        }
    }

    let path: String
    /// Closed, or not yet opened, where it is `nil`.
    private let descriptor = Mutex<Int32?>(nil)

    init(path: String) {
        self.path = path
    }

    /// Where the records of a profile's runs are.
    static func folder(of profile: String) -> String {
        UserFolder.path("XDG_STATE_HOME", otherwise: ".local/state") + "/live/\(profile)"
    }

    /// The records that earlier runs have left, oldest name first.
    static func left(by profile: String) -> [String] {
        let folder = folder(of: profile)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { "\(folder)/\($0)" }
    }

    func append(_ line: String) throws {
        try descriptor.withLock { descriptor in
            let open = try descriptor ?? self.open(creating: true)
            descriptor = open
            try write(Array("\(line)\n".utf8), to: open)
        }
    }

    /// Takes a record that is there, and gives what it says.
    func take() throws -> String {
        try descriptor.withLock { descriptor in
            let open = try self.open(creating: false)
            descriptor = open
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            // A run that was killed may have left half a line.
            if let last = text.last, !last.isNewline { try write([10], to: open) }
            return text
        }
    }

    /// Removes the file: nothing of what it names is left.
    func remove() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            unlink(path)
            close(open)
            descriptor = nil
        }
    }

    /// Leaves the file for a later `clean`.
    func leave() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    private func open(creating: Bool) throws -> Int32 {
        let folder = URL(filePath: path).deletingLastPathComponent().path()
        if creating {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw Failure.folder(folder)
            }
        }
        let flags = O_WRONLY | O_APPEND | O_CLOEXEC | (creating ? O_CREAT : 0)
        let file = Foundation.open(path, flags, 0o600)
        guard file >= 0 else { throw Failure.file(path, String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw Failure.inUse(path)
        }
        // The name must be safe as well, not only what stands under it.
        let parent = Foundation.open(folder, O_RDONLY | O_CLOEXEC)
        if parent >= 0 {
            fsync(parent)
            close(parent)
        }
        return file
    }

    private func write(_ bytes: [UInt8], to file: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure.file(path, String(cString: strerror(errno))) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw Failure.file(path, String(cString: strerror(errno))) }
    }
}
