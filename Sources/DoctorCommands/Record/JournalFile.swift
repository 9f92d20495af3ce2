import Foundation
import Recording
import Synchronization

/// A journal on the disk: what was added to it is there, also when this process is killed right after.
final class JournalFile: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32>

    struct Failure: Error, CustomStringConvertible {
        var description: String

        static func last() -> Failure { Failure(description: String(cString: strerror(errno))) }
    }

    init(creating path: String) throws {
        self.path = path
        descriptor = Mutex(try Self.open(path, O_CREAT | O_EXCL))
    }

    deinit {
        descriptor.withLock { _ = close($0) }
    }

    var store: JournalStore {
        JournalStore(append: { try self.append($0) }, read: { try self.read() }, replace: { try self.replace($0) })
    }

    func append(_ bytes: [UInt8]) throws {
        try descriptor.withLock { try Self.write(bytes, to: $0) }
    }

    private func read() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// The old bytes are there until the new ones are.
    private func replace(_ bytes: [UInt8]) throws {
        let other = path + ".new"
        let opened = try Self.open(other, O_CREAT | O_TRUNC)
        do {
            try Self.write(bytes, to: opened)
            guard rename(other, path) == 0 else { throw Failure.last() }
        } catch {
            close(opened)
            throw error
        }
        descriptor.withLock { descriptor in
            close(descriptor)
            descriptor = opened
        }
    }

    private static func open(_ path: String, _ flags: Int32) throws -> Int32 {
        let opened = Foundation.open(path, O_WRONLY | O_APPEND | O_CLOEXEC | flags, 0o600)
        guard opened >= 0 else { throw Failure.last() }
        return opened
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw Failure.last()
            }
            rest = rest.dropFirst(count)
        }
    }
}
