import Documents

/// Reads what a step keeps of its answer.
enum CaptureReader {
    static func read(_ node: DocumentNode?) throws(DocumentError) -> [Capture] {
        var captures: [Capture] = []
        for entry in try node?.mapping().entries ?? [] {
            if let message = PlaceholderName.problem(with: entry.key, of: "variable") { throw entry.error(message) }
            captures.append(Capture(name: entry.key, source: try source(entry.value), node: entry.value))
        }
        return captures
    }

    private static func source(_ node: DocumentNode) throws(DocumentError) -> Capture.Source {
        guard case .mapping = node.content else { return .path(try node.jsonPath()) }
        let fields = try node.mapping(keys: ["path", "pattern", "header"])
        guard fields.entries.count == 1, let entry = fields.entries.first else {
            throw node.error("one of path, pattern and header is expected, found \(fields.entries.count)")
        }
        switch entry.key {
        case "path": return .path(try entry.value.jsonPath())
        case "header": return .header(try entry.value.text())
        default: return .pattern(try ExpectationReader.pattern(entry.value) ?? "")
        }
    }
}

extension DocumentNode {
    /// A way into a JSON value.
    func jsonPath() throws(DocumentError) -> JSONPath {
        do throws(JSONPath.Malformed) {
            return try JSONPath(parsing: try pathText())
        } catch {
            throw self.error(error.message)
        }
    }

    private func pathText() throws(JSONPath.Malformed) -> String {
        guard let text = try? text() else { throw JSONPath.Malformed(message: "a path such as page.id is expected") }
        return text
    }
}
