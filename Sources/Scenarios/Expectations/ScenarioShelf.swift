import Foundation

/// The files that lie beside scenarios: answers that were kept, and schemas.
package struct ScenarioShelf: Sendable {
    /// The text of a file; `nil` where there is none.
    package var read: @Sendable (_ path: String) -> String?
    /// Writes a file with the folders above it; `nil` where answers that were kept are only compared.
    package var write: (@Sendable (_ path: String, _ text: String) throws -> Void)?

    package init(
        read: @escaping @Sendable (_ path: String) -> String?,
        write: (@Sendable (_ path: String, _ text: String) throws -> Void)? = nil
    ) {
        self.read = read
        self.write = write
    }

    /// One on which nothing lies.
    package static let empty = ScenarioShelf(read: { _ in nil })

    /// This machine's files.
    package static func onDisk(isWritable: Bool) -> ScenarioShelf {
        var shelf = ScenarioShelf(read: { path in
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        })
        if isWritable { shelf.write = { path, text in try write(text, to: path) } }
        return shelf
    }

    private static func write(_ text: String, to path: String) throws {
        let file = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
    }
}
