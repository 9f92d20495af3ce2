import ConfluenceModel
import ConfluenceWire
import Documents

/// Fills `{{matrix.AXIS}}` in, or another root's, everywhere in a document, before anything else of it is read.
struct MatrixFilling: Sendable {
    let values: [String: DocumentNode]
    let root: Root

    init(values: [String: DocumentNode], root: Root = .matrix) {
        self.values = values
        self.root = root
    }

    /// What is filled in.
    enum Root: String, Sendable {
        /// The axes of a scenario's matrix.
        case matrix
        /// The words of a family of laws.
        case word

        fileprivate var kind: String { self == .matrix ? "axis" : "word" }

        fileprivate var need: String {
            self == .matrix ? "a “matrix”, and the scenario has none" : "“words”, and neither family nor law has any"
        }
    }

    private var prefix: String { root.rawValue + "." }

    func fill(_ node: DocumentNode) throws(DocumentError) -> DocumentNode {
        try node.replacingTexts(fill, renaming: fillKey)
    }

    /// What stands under the key is named after what the key has become.
    private func fillKey(of entry: inout DocumentNode.Entry) throws(DocumentError) {
        guard entry.key.holds("{{") else { return }
        let written = entry.key
        entry.key = try text(PlaceholderText(written), at: entry.value)
        guard entry.value.field.hasSuffix(written) else { return }
        entry.value = entry.value.moved(to: entry.value.field.dropLast(written.count) + entry.key)
    }

    /// A text that is one placeholder becomes the value itself, at the place of the placeholder.
    private func fill(_ text: String, at node: DocumentNode) throws(DocumentError) -> DocumentNode {
        guard text.holds("{{") else { return node }
        let parts = PlaceholderText(text)
        if let name = parts.only, name.hasPrefix(prefix) {
            var value = try value(of: name, at: node).moved(to: node.field)
            value.place = node.place
            return value
        }
        var filled = node
        filled.content = .string(try self.text(parts, at: node))
        return filled
    }

    private func text(_ parts: PlaceholderText, at node: DocumentNode) throws(DocumentError) -> String {
        var text = ""
        for part in parts.parts {
            switch part {
            case .text(let plain): text += plain
            case .placeholder(let name, let written):
                text += name.hasPrefix(prefix) ? try value(of: name, at: node).insertedText : written
            }
        }
        return text
    }

    private func value(of name: String, at node: DocumentNode) throws(DocumentError) -> DocumentNode {
        let words = name.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        guard !values.isEmpty else { throw node.error("“{{\(name)}}” needs \(root.need)") }
        guard var value = values[words[0]] else {
            throw node.error(DocumentNode.unknown(root.kind, words[0], among: values.keys.sorted()))
        }
        for word in words.dropFirst() {
            guard case .mapping(let entries) = value.content else {
                throw node.error("“{{\(name)}}” leads into \(value.json.compactText), which is no mapping")
            }
            guard let entry = entries.first(where: { $0.key == word }) else {
                throw node.error(DocumentNode.unknown("key", word, among: entries.map(\.key)))
            }
            value = entry.value
        }
        return value
    }
}

extension DocumentNode {
    /// The value inside a text: a mapping by its name, a list's elements one after the other.
    fileprivate var insertedText: String {
        switch content {
        case .mapping(let entries): entries.first { $0.key == "name" }?.value.insertedText ?? json.compactText
        case .list(let elements): elements.map(\.insertedText).joined(separator: ", ")
        case .null: ""
        default: (try? text()) ?? ""
        }
    }
}
