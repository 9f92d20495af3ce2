import ConfluenceWire
import Documents

/// Reads a value whose placeholders are not known yet, by trying what may come to stand in their place.
enum PlaceholderProbe {
    /// What a placeholder may become, tried one after the other where the text itself is not taken.
    private static let probes: [DocumentNode.Content] = [
        .integer(1), .integer(200), .bool(true), .string("2 s"), .string("/"), .list([]), .mapping([]), .null,
    ]

    static func read<Value>(
        _ node: DocumentNode, _ vocabulary: ScenarioVocabulary, by read: (DocumentNode) throws(DocumentError) -> Value
    ) throws(DocumentError) -> Value {
        var tried: [String: Int] = [:]
        var probe = node
        let probes = probes + vocabulary.tools.prefix(1).map { .string($0) }
        while true {
            do {
                return try read(probe)
            } catch {
                guard let place = node.placeholder(at: error) else { throw error }
                let number = tried[place.field, default: 0]
                guard number < probes.count else {
                    throw error.pointing("what stands here must be known before the run: \(error.message)")
                }
                tried[place.field] = number + 1
                probe = probe.replacing(field: place.field, by: probes[number])
            }
        }
    }
}

extension DocumentNode {
    /// The scalar with a placeholder at which an error points.
    fileprivate func placeholder(at error: DocumentError) -> DocumentNode? {
        switch content {
        case .string(let text):
            text.contains("{{") && field == error.field && place.line == error.line && place.column == error.column
                ? self : nil
        case .list(let elements): elements.lazy.compactMap { $0.placeholder(at: error) }.first
        case .mapping(let entries): entries.lazy.compactMap { $0.value.placeholder(at: error) }.first
        default: nil
        }
    }

    fileprivate func replacing(field: String, by content: Content) -> DocumentNode {
        var node = self
        if self.field == field {
            node.content = content
            return node
        }
        switch self.content {
        case .list(let elements): node.content = .list(elements.map { $0.replacing(field: field, by: content) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = entry.value.replacing(field: field, by: content)
                    return entry
                })
        default: break
        }
        return node
    }
}

extension DocumentError {
    fileprivate func pointing(_ message: String) -> DocumentError {
        var error = self
        error.message = message
        return error
    }
}
