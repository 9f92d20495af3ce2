/// The ids of a body's headings: where two have the same words, the later ones are numbered.
struct HeadingAnchors {
    private var counts: [String: Int] = [:]

    mutating func id(for text: String, in context: ViewContext) -> String {
        let id = context.anchor(text)
        let count = counts[id, default: 0]
        counts[id] = count + 1
        return count == 0 ? id : "\(id).\(count)"
    }
}

/// A heading as a table of contents lists it.
struct ListedHeading {
    var level: Int
    var text: String
    var id: String

    /// The headings of a body in reading order, those inside macros and layouts too.
    static func all(in nodes: [StorageNode], context: ViewContext) -> [ListedHeading] {
        var anchors = HeadingAnchors()
        var headings: [ListedHeading] = []
        add(nodes, to: &headings, &anchors, context)
        return headings
    }

    private static func add(
        _ nodes: [StorageNode], to headings: inout [ListedHeading], _ anchors: inout HeadingAnchors,
        _ context: ViewContext
    ) {
        for case .element(let element) in nodes {
            guard let level = level(of: element.name) else {
                add(element.children, to: &headings, &anchors, context)
                continue
            }
            let text = PlainText.text(of: element.children)
            headings.append(ListedHeading(level: level, text: text, id: anchors.id(for: text, in: context)))
        }
    }

    private static func level(of name: String) -> Int? {
        guard name.utf8.count == 2, name.hasPrefix("h") else { return nil }
        return Int(name.dropFirst()).flatMap { (1...6).contains($0) ? $0 : nil }
    }
}
