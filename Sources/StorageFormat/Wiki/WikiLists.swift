/// The lists that are open around the current line of wiki markup.
struct WikiLists {
    struct Item {
        /// One mark for each level: `*` and `-` for bullets, `#` for numbers.
        var marks: [Character]
        var text: String
    }

    private var open: [Character] = []
    private static let depthLimit = 20

    var isOpen: Bool { !open.isEmpty }

    /// Reads a line as a list item.
    static func item(_ line: String) -> Item? {
        let marks = Array(line.prefix(depthLimit + 1).prefix { $0 == "*" || $0 == "#" || $0 == "-" })
        guard !marks.isEmpty, marks.count <= depthLimit, line.dropFirst(marks.count).first == " " else { return nil }
        // A row of hyphens is a dash in running text.
        guard marks.count == 1 || !marks.contains("-") else { return nil }
        return Item(marks: marks, text: String(line.dropFirst(marks.count)).trimmingSpaces())
    }

    /// The storage format from the last item to the end of this one's text; the item itself stays open.
    mutating func add(_ item: Item) -> String {
        var storage = ""
        let shared = zip(open, item.marks).prefix { $0 == $1 }.count
        while open.count > shared { storage += closeInnermost() }
        if open.count == item.marks.count {
            storage += "</li><li>"
        } else {
            for mark in item.marks[open.count...] {
                storage += Self.openTag(mark) + "<li>"
                open.append(mark)
            }
        }
        return storage + WikiInline.convert(item.text)
    }

    mutating func close() -> String {
        var storage = ""
        while !open.isEmpty { storage += closeInnermost() }
        return storage
    }

    private mutating func closeInnermost() -> String {
        guard let mark = open.popLast() else { return "" }
        return mark == "#" ? "</li></ol>" : "</li></ul>"
    }

    private static func openTag(_ mark: Character) -> String {
        switch mark {
        case "#": "<ol>"
        case "-": "<ul class=\"alternate\">"
        default: "<ul>"
        }
    }
}
