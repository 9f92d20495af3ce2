/// Why a bundle can't be written or read, in words for people.
package struct BundleError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    init(_ description: String) {
        self.description = description
    }
}
