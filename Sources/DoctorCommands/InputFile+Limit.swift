import Foundation

extension InputFile {
    /// The bytes of a file that must not be larger than a limit; no more than that is read of it.
    static func bytes(_ path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
        let handle = try opened(path)
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            do {
                guard let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty else { return bytes }
                bytes += chunk
            } catch {
                throw unreadable(path)
            }
        }
        throw .usage("\(path): the file is larger than \(limit >> 20) MiB")
    }
}
