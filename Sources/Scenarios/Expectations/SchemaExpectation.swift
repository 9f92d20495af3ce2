import ConfluenceWire
package import Documents
package import JSONSchema

/// The JSON Schema that an answer must fit.
package struct SchemaExpectation: Sendable, Hashable {
    package var source: Source

    package enum Source: Sendable, Hashable {
        /// Written into the scenario.
        case inline(Schema)
        /// A file, by a path that can be opened from the current folder; the node is where it was named.
        case file(String, namedBy: DocumentNode)
    }

    package init(source: Source) {
        self.source = source
    }

    /// More than these would hide the first.
    private static let most = 5

    /// - Throws: A ``DocumentError`` when the schema's file can't be read as one.
    func mismatches(of value: JSON?, shelf: ScenarioShelf) throws(DocumentError) -> [Mismatch] {
        let schema = try read(from: shelf)
        guard let value else { return [Mismatch("the answer is no JSON, which \(name) is for")] }
        let violations = schema.violations(of: value)
        guard !violations.isEmpty else { return [] }
        let rest = violations.count > Self.most ? ["and \(violations.count - Self.most) more"] : []
        let words = (violations.prefix(Self.most).map(\.description) + rest).joined(separator: "; ")
        return [Mismatch("the answer does not fit \(name): \(words)")]
    }

    /// The schema, from its file where it has one.
    func read(from shelf: ScenarioShelf) throws(DocumentError) -> Schema {
        switch source {
        case .inline(let schema): return schema
        case .file(let path, let node):
            guard let text = shelf.read(path) else { throw node.error("there is no schema at \(path)") }
            return try SchemaExpectationReader.schema(DocumentReader.read(Array(text.utf8), file: path))
        }
    }

    private var name: String {
        if case .file(let path, _) = source { "the schema \(path)" } else { "the schema" }
    }
}
