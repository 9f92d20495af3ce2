import ConfluenceModel
import ConfluenceWire
import Documents

/// Fills the placeholders of a tool map: `{{page_id}}`, and `{{query|cql}}` for a text between a query's quotes.
struct MapTemplate: Sendable {
    /// What a name stands for; `nil` for nothing.
    let value: @Sendable (_ name: String) -> JSON?

    /// The value with its placeholders filled; `nil`, and so left out, where it is one placeholder that stands for nothing.
    func fill(_ node: DocumentNode) -> JSON? {
        switch node.content {
        case .string(let text): return fill(text)
        case .list(let elements): return .array(elements.compactMap(fill))
        case .mapping(let entries): return .object(fill(entries))
        case .null, .bool, .integer, .number: return node.json
        }
    }

    func fill(_ entries: [DocumentNode.Entry]) -> JSONObject {
        entries.reduce(into: JSONObject()) { object, entry in
            if let value = fill(entry.value) { object[entry.key] = value }
        }
    }

    private func fill(_ text: String) -> JSON? {
        let parts = Self.parts(of: text)
        if parts.count == 1, case .placeholder(let name, false) = parts[0] { return value(name) }
        return .string(
            parts.map { part in
                switch part {
                case .text(let text): return text
                case .placeholder(let name, let isQuoted):
                    let found = value(name).map { $0.stringValue ?? ($0 == .null ? "" : $0.compactText) } ?? ""
                    return isQuoted ? Self.quoted(found) : found
                }
            }.joined())
    }

    /// A text as it may stand between the quotes of a CQL query.
    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// The names of all placeholders in a value, each with the node that holds it.
    static func names(in node: DocumentNode) -> [(name: String, node: DocumentNode)] {
        switch node.content {
        case .string(let text):
            parts(of: text).compactMap { part in
                if case .placeholder(let name, _) = part { (name, node) } else { nil }
            }
        case .list(let elements): elements.flatMap(names)
        case .mapping(let entries): entries.flatMap { names(in: $0.value) }
        case .null, .bool, .integer, .number: []
        }
    }

    private enum Part: Hashable {
        case text(String)
        case placeholder(String, isQuoted: Bool)
    }

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
            let inner = rest[open.upperBound..<close.lowerBound]
            let bar = inner.lastIndex(of: "|").flatMap { bar in
                String(inner[inner.index(after: bar)...]).trimmingEdges() == "cql" ? bar : nil
            }
            let name = String(inner[..<(bar ?? inner.endIndex)]).trimmingEdges()
            parts.append(.placeholder(name, isQuoted: bar != nil))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }
}
