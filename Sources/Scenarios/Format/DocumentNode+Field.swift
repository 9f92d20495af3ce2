import ConfluenceModel
import Documents

extension DocumentNode {
    /// The same value as if it stood at another field, with all that is in it.
    func moved(to field: String) -> DocumentNode {
        moved(from: self.field, to: field)
    }

    private func moved(from old: String, to new: String) -> DocumentNode {
        var node = self
        if self.field.hasPrefix(old) {
            let tail = self.field.dropFirst(old.count)
            node.field = new.isEmpty && tail.first == "." ? String(tail.dropFirst()) : new + tail
        }
        switch content {
        case .list(let elements): node.content = .list(elements.map { $0.moved(from: old, to: new) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = entry.value.moved(from: old, to: new)
                    return entry
                })
        case .null, .bool, .integer, .number, .string: break
        }
        return node
    }

    /// The value with each text in it replaced, and each entry renamed before its value is gone into.
    func replacingTexts(
        _ replacement: (_ text: String, _ node: DocumentNode) throws(DocumentError) -> DocumentNode,
        renaming rename: (inout Entry) throws(DocumentError) -> Void
    ) throws(DocumentError) -> DocumentNode {
        var replaced = self
        switch content {
        case .string(let text):
            return try replacement(text, self)
        case .list(let elements):
            var content: [DocumentNode] = []
            for element in elements { content.append(try element.replacingTexts(replacement, renaming: rename)) }
            replaced.content = .list(content)
        case .mapping(let entries):
            var content: [Entry] = []
            for var entry in entries {
                try rename(&entry)
                entry.value = try entry.value.replacingTexts(replacement, renaming: rename)
                content.append(entry)
            }
            replaced.content = .mapping(content)
        case .null, .bool, .integer, .number:
            break
        }
        return replaced
    }

    /// Whether a placeholder stands anywhere in this value.
    var holdsPlaceholder: Bool {
        switch content {
        case .string(let text): text.holds("{{")
        case .list(let elements): elements.contains(where: \.holdsPlaceholder)
        case .mapping(let entries): entries.contains { $0.key.holds("{{") || $0.value.holdsPlaceholder }
        case .null, .bool, .integer, .number: false
        }
    }
}
