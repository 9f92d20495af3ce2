import ConfluenceWire
import Documents

extension JSON {
    /// The value inside a text: a list's elements one after the other, a mapping as JSON.
    var insertedText: String {
        switch self {
        case .string(let text): text
        case .array(let elements): elements.map(\.insertedText).joined(separator: ", ")
        case .null: ""
        default: compactText
        }
    }
}

extension DocumentNode {
    /// A value that comes to stand at the place of a placeholder.
    init(_ value: JSON, at node: DocumentNode) {
        self.init(content: .null, file: node.file, place: node.place, field: node.field)
        content =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .number(let value): .number(value)
            case .string(let value): .string(value)
            case .array(let elements): .list(elements.map { DocumentNode($0, at: node) })
            case .object(let object):
                .mapping(object.map { Entry(key: $0.key, value: DocumentNode($0.value, at: node)) })
            }
    }
}
