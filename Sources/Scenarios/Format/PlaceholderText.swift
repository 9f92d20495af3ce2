import ConfluenceModel

/// A text cut into its words in double braces and what stands between them.
struct PlaceholderText: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        /// The word without its braces, and as it was written.
        case placeholder(String, written: String)
    }

    let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
            let name = String(rest[open.upperBound..<close.lowerBound]).trimmingEdges()
            parts.append(.placeholder(name, written: String(rest[open.lowerBound..<close.upperBound])))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    /// The placeholder where the text is nothing else.
    var only: String? {
        guard parts.count == 1, case .placeholder(let name, _) = parts[0] else { return nil }
        return name
    }

    var names: [String] {
        parts.compactMap { part in
            if case .placeholder(let name, _) = part { name } else { nil }
        }
    }
}
