/// A piece of HTML as a tree whose nodes know their neighbours, in the shape that Python's html.parser gives it.
///
/// Nothing is mended beyond closing what was left open: tags that HTML would imply are not added.
struct HTMLTree: Sendable {
    typealias Index = Int

    struct Node: Sendable {
        var content: Content
        var parent: Index?
        /// Its place among its parent's children.
        var position = 0
        var children: [Index] = []
    }

    enum Content: Sendable {
        case element(name: String, attributes: [String: String])
        case text(String)
        /// A comment or a document type: never shown.
        case hidden
    }

    private(set) var nodes: [Node]

    static let root: Index = 0

    /// The name of the root, which no tag can have.
    static let rootName = "[document]"

    init() {
        nodes = [Node(content: .element(name: Self.rootName, attributes: [:]))]
    }

    mutating func append(_ content: Content, to parent: Index) -> Index {
        let index = nodes.count
        nodes.append(Node(content: content, parent: parent, position: nodes[parent].children.count))
        nodes[parent].children.append(index)
        return index
    }

    // MARK: Looking around

    /// The tag's name; `nil` for other nodes.
    func name(_ index: Index?) -> String? {
        guard let index, case .element(let name, _) = nodes[index].content else { return nil }
        return name
    }

    func attribute(_ name: String, of index: Index) -> String? {
        guard case .element(_, let attributes) = nodes[index].content else { return nil }
        return attributes[name]
    }

    func children(of index: Index) -> [Index] { nodes[index].children }

    func parent(of index: Index) -> Index? { nodes[index].parent }

    func previousSibling(of index: Index) -> Index? { sibling(of: index, by: -1) }

    func nextSibling(of index: Index) -> Index? { sibling(of: index, by: 1) }

    /// The node's siblings before it, the nearest first.
    func previousSiblings(of index: Index) -> [Index] {
        guard let parent = nodes[index].parent else { return [] }
        return nodes[parent].children[..<nodes[index].position].reversed()
    }

    /// The node's siblings after it.
    func nextSiblings(of index: Index) -> [Index] {
        guard let parent = nodes[index].parent else { return [] }
        return Array(nodes[parent].children[(nodes[index].position + 1)...])
    }

    /// The tags below a node that have one of these names, in the order of the text.
    func descendants(of index: Index, named names: Set<String>) -> [Index] {
        nodes[index].children.flatMap { child in
            let isWanted = name(child).map(names.contains) ?? false
            return (isWanted ? [child] : []) + descendants(of: child, named: names)
        }
    }

    /// Whether a tag of that name is above the node.
    func hasAncestor(_ index: Index, named wanted: String) -> Bool {
        var current = nodes[index].parent
        while let ancestor = current {
            if name(ancestor) == wanted { return true }
            current = nodes[ancestor].parent
        }
        return false
    }

    /// The texts below a node without blanks at their ends, joined by single blanks; scripts and styles are left out.
    func plainText(of index: Index = root) -> String {
        texts(of: index).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func texts(of index: Index) -> [String] {
        switch nodes[index].content {
        case .text(let text): [text]
        case .hidden: []
        case .element(let name, _):
            ["script", "style", "template"].contains(name) ? [] : nodes[index].children.flatMap { texts(of: $0) }
        }
    }

    private func sibling(of index: Index, by step: Int) -> Index? {
        guard let parent = nodes[index].parent else { return nil }
        let position = nodes[index].position + step
        let siblings = nodes[parent].children
        return siblings.indices.contains(position) ? siblings[position] : nil
    }
}
