/// Writes a tree as storage format.
enum StorageWriter {
    static func source(of nodes: [StorageNode]) -> String {
        var source = ""
        for node in nodes { write(node, to: &source) }
        return source
    }

    private static func write(_ node: StorageNode, to source: inout String) {
        switch node {
        case .text(let text): source += Markup.escape(text)
        case .cdata(let text): source += Markup.cdata(text)
        case .element(let element):
            let attributes = element.attributes.map { (name: $0.name, value: $0.value) }
            let tag = Markup.openTag(element.name, attributes)
            guard !element.children.isEmpty else {
                source += tag.dropLast() + " />"
                return
            }
            source += tag
            for child in element.children { write(child, to: &source) }
            source += "</\(element.name)>"
        }
    }
}

/// A body in storage format that was found to be well-formed.
package struct StorageDocument: Sendable, Hashable {
    let nodes: [StorageNode]

    package init(parsing source: String) throws(StorageFormatError) {
        nodes = try StorageParser.parse(source)
    }

    init(_ nodes: [StorageNode]) {
        self.nodes = nodes
    }

    /// The body written anew, with nothing of how it was spelt.
    package var source: String { StorageWriter.source(of: nodes) }
}
