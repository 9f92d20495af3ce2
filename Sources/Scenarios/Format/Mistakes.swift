import ConfluenceModel
package import Documents

/// All that is wrong with scenario files.
package struct ScenarioMistakes: Error, Sendable, Hashable, CustomStringConvertible {
    package var errors: [DocumentError]

    package init(errors: [DocumentError]) {
        self.errors = errors
    }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Collects what is wrong, each mistake once, so that the first one doesn't hide the others.
struct Mistakes {
    private(set) var errors: [DocumentError] = []

    mutating func note(_ error: DocumentError) {
        if !errors.contains(error) { errors.append(error) }
    }

    /// As a person meets them who reads the file; those of one place in the order in which they were found.
    var inOrderOfPlaces: [DocumentError] {
        errors.enumerated().sorted { Self.key($0) < Self.key($1) }.map(\.element)
    }

    private static func key(_ found: (offset: Int, element: DocumentError)) -> (Int, Int, Int) {
        (found.element.line ?? 0, found.element.column ?? 0, found.offset)
    }

    /// What was read; `nil` where it could not be, which is noted.
    mutating func attempt<Value>(_ read: () throws(DocumentError) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            note(error)
            return nil
        }
    }

    /// Notes each key that is none of those known.
    mutating func checkKeys(of mapping: DocumentMapping, among known: [String]) {
        for entry in mapping.entries where !known.contains(entry.key) {
            note(entry.error(DocumentNode.unknown("key", entry.key, among: known)))
        }
    }
}

extension DocumentMapping {
    /// The value of a key that must be there; where it is only misspelt, that is the mistake.
    ///
    /// - Parameter others: Keys that would do as well.
    func required(
        _ key: String, or others: [String] = [], among known: [String]
    ) throws(DocumentError) -> DocumentNode {
        if let value = self[key] { return value }
        let misspelt = entries.first { entry in
            !known.contains(entry.key)
                && ([key] + others).contains(NearestWord.find(for: entry.key, in: known) ?? "")
        }
        if let misspelt { throw misspelt.error(DocumentNode.unknown("key", misspelt.key, among: known)) }
        return try required(key)
    }
}
