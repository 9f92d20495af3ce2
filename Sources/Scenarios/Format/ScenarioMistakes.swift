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
