/// What a “Page Properties” macro keeps: names and values in a table, side by side or below each other.
struct PageProperties {
    /// Tells several on one page apart.
    var id: String?
    var entries: [Entry]

    struct Entry {
        var key: String
        var value: [StorageNode]
    }

    static func all(in nodes: [StorageNode]) -> [PageProperties] {
        nodes.compactMap(\.element).flatMap { element -> [PageProperties] in
            guard element.isMacro, element.macroName == "details" else { return all(in: element.children) }
            return [PageProperties(id: element.parameter("id"), entries: entries(in: element.richTextBody))]
        }
    }

    private static func entries(in nodes: [StorageNode]) -> [Entry] {
        let rows = rows(in: nodes)
        // A first row of headings alone names the columns, of which the next row has the values.
        if let head = rows.first, head.count > 1, head.allSatisfy({ $0.name == "th" }), rows.count > 1 {
            return zip(head, rows[1]).map { Entry(key: text($0), value: $1.children) }
        }
        return rows.compactMap { row in
            row.count > 1 ? Entry(key: text(row[0]), value: row[1].children) : nil
        }
    }

    private static func text(_ cell: StorageElement) -> String {
        PlainText.text(of: cell.children).trimmingSpaces()
    }

    /// The cells of each row, of the tables that stand there.
    private static func rows(in nodes: [StorageNode]) -> [[StorageElement]] {
        nodes.compactMap(\.element).flatMap { element -> [[StorageElement]] in
            guard element.name == "tr" else { return rows(in: element.children) }
            return [element.children.compactMap(\.element).filter { $0.name == "th" || $0.name == "td" }]
        }
    }
}
