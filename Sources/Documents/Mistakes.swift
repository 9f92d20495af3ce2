/// Collects what is wrong, each mistake once, so that the first one doesn't hide the others.
package struct Mistakes: Sendable {
    package private(set) var errors: [DocumentError] = []

    package init() {}

    package mutating func note(_ error: DocumentError) {
        if !errors.contains(error) { errors.append(error) }
    }

    /// As a person meets them who reads the file; those of one place in the order in which they were found.
    package var inOrderOfPlaces: [DocumentError] {
        errors.enumerated().sorted { Self.key($0) < Self.key($1) }.map(\.element)
    }

    private static func key(_ found: (offset: Int, element: DocumentError)) -> (Int, Int, Int) {
        (found.element.line ?? 0, found.element.column ?? 0, found.offset)
    }

    /// What was read; `nil` where it could not be, which is noted.
    package mutating func attempt<Value>(_ read: () throws(DocumentError) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            note(error)
            return nil
        }
    }

    /// Notes each key that is none of those known.
    package mutating func checkKeys(of mapping: DocumentMapping, among known: [String]) {
        for entry in mapping.entries where !known.contains(entry.key) {
            note(entry.error(DocumentNode.unknown("key", entry.key, among: known)))
        }
    }
}
