/// The files that lie beside scenarios: answers that were kept, and schemas.
package struct ScenarioShelf: Sendable {
    /// The text of a file; `nil` where there is none.
    package var read: @Sendable (_ path: String) throws -> String?
    /// Writes a file with the folders above it; `nil` where answers that were kept are only compared.
    package var write: (@Sendable (_ path: String, _ text: String) throws -> Void)?

    package init(
        read: @escaping @Sendable (_ path: String) throws -> String?,
        write: (@Sendable (_ path: String, _ text: String) throws -> Void)? = nil
    ) {
        self.read = read
        self.write = write
    }

    /// One on which nothing lies.
    package static let empty = ScenarioShelf(read: { _ in nil })
}
