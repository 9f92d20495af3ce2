import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads a value whose placeholders are not known yet, by trying what may come to stand in their place.
enum PlaceholderProbe {
    /// What a placeholder may become, tried one after the other where the text itself is not taken.
    private static func probes(_ vocabulary: ScenarioVocabulary) -> [DocumentNode.Content] {
        [.integer(1), .integer(200), .bool(true), .string("2 s"), .string("/")]
            + vocabulary.tools.prefix(1).map { .string($0) } + [.list([]), .mapping([]), .null]
    }

    static func read<Value>(
        _ node: DocumentNode, _ vocabulary: ScenarioVocabulary, by read: (DocumentNode) throws(DocumentError) -> Value
    ) throws(DocumentError) -> Value {
        let probes = probes(vocabulary)
        var tried: [String: Int] = [:]
        var leftOut: DocumentNode?
        var probe = node
        while true {
            do {
                return try read(probe)
            } catch {
                guard let place = node.placeholder(at: error) else {
                    // With nothing in its place, something else lacks: it is the placeholder that can't be told yet.
                    throw leftOut?.error(tooLate) ?? error
                }
                let number = tried[place.field, default: 0]
                guard number < probes.count else { throw place.error(tooLate) }
                tried[place.field] = number + 1
                probe = probe.replacing(field: place.field, by: probes[number])
                if probes[number] == .null { leftOut = place }
            }
        }
    }

    private static let tooLate = "what stands here must be known before the run; only {{matrix.…}} is"
}

extension DocumentNode {
    /// The scalar with a placeholder at which an error points.
    fileprivate func placeholder(at error: DocumentError) -> DocumentNode? {
        switch content {
        case .string(let text):
            text.holds("{{") && field == error.field && place.line == error.line && place.column == error.column
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
