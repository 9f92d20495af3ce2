import Documents
import JSONSchema

/// Reads the JSON Schema that an answer must fit, or the path of its file.
enum SchemaExpectationReader {
    static func read(_ node: DocumentNode?) throws(DocumentError) -> SchemaExpectation? {
        guard let node else { return nil }
        if case .string(let path) = node.content {
            return SchemaExpectation(source: .file(ScenarioPath.resolve(path, beside: node.file), namedBy: node))
        }
        return SchemaExpectation(source: .inline(try schema(node)))
    }

    /// - Throws: A ``DocumentError`` that points at the keyword which can't be read.
    static func schema(_ node: DocumentNode) throws(DocumentError) -> Schema {
        do throws(SchemaError) {
            return try Schema(node.json)
        } catch {
            let separator = node.field.isEmpty || error.field.isEmpty ? "" : "."
            let place = node.node(at: node.field + separator + error.field) ?? node
            throw place.error(error.message)
        }
    }
}
