/// Turns wiki markup into storage format: macros first, then line by line, in one pass over each macro's body.
struct WikiConverter {
    private var storage = ""
    private var paragraph: [String] = []
    private var lists = WikiLists()
    private var isInTable = false
    /// The row of a table whose last cell goes on over several lines.
    private var openRow: [String] = []
    private var macros: WikiMacros
    /// The macros that stand around this text; deeper ones stay text.
    private let depth: Int

    private static let depthLimit = 20

    init(depth: Int = 0) {
        self.depth = depth
        macros = WikiMacros(depth: depth)
    }

    /// Whether a text at this depth may still hold macros.
    static func mayNest(at depth: Int) -> Bool { depth < depthLimit }

    mutating func convert(_ source: String) -> String {
        convert(lines: macros.replacing(source))
        return macros.restoring(storage)
    }

    private mutating func convert(lines text: String) {
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            convert(line: String(line))
        }
        closeBlocks()
    }

    /// The marks of one piece of text, for the body of a macro inside a line.
    static func inline(_ source: String, depth: Int) -> String {
        var macros = WikiMacros(depth: depth)
        let lines = macros.replacing(source, onOneLine: true).split(whereSeparator: \.isNewline)
        let storage = lines.map { WikiInline.convert($0.trimmingSpaces()) }.joined(separator: "<br />")
        return macros.restoring(storage)
    }

    private mutating func convert(line: String) {
        let text = line.trimmingSpaces()
        if continueRow(text) { return }
        if text.isEmpty {
            closeBlocks()
        } else if macros.isBlock(text) {
            closeBlocks()
            storage += text
        } else if let (level, title) = Self.heading(text) {
            closeBlocks()
            storage += "<h\(level)>\(WikiInline.convert(title))</h\(level)>"
        } else if text.utf8.count >= 4, text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) {
            closeBlocks()
            storage += "<hr />"
        } else if text.hasPrefix("bq. ") {
            closeBlocks()
            storage += "<blockquote><p>\(WikiInline.convert(String(text.dropFirst(4))))</p></blockquote>"
        } else if let item = WikiLists.item(text) {
            closeParagraph()
            closeTable()
            storage += lists.add(item)
        } else if text.hasPrefix("|") {
            closeParagraph()
            storage += lists.close()
            begin(row: text)
        } else if lists.isOpen {
            // Text without a mark goes on with the item above it.
            storage += "<br />" + WikiInline.convert(text)
        } else {
            closeTable()
            paragraph.append(text)
        }
    }

    private static func heading(_ text: String) -> (level: Character, title: String)? {
        let start = Array(text.prefix(4))
        guard start.count == 4, start[0] == "h", ("1"..."6").contains(start[1]), start[2] == ".", start[3] == " " else {
            return nil
        }
        return (start[1], String(text.dropFirst(4)).trimmingSpaces())
    }

    // MARK: Blocks

    private mutating func closeBlocks() {
        closeParagraph()
        closeTable()
        storage += lists.close()
    }

    private mutating func closeParagraph() {
        guard !paragraph.isEmpty else { return }
        storage += "<p>" + paragraph.map(WikiInline.convert).joined(separator: "<br />") + "</p>"
        paragraph = []
    }

    // MARK: Tables

    private mutating func closeTable() {
        finishRow()
        if isInTable { storage += "</tbody></table>" }
        isInTable = false
    }

    private mutating func begin(row text: String) {
        finishRow()
        if !isInTable { storage += "<table><tbody>" }
        isInTable = true
        openRow = [text]
        if text.count > 1, text.hasSuffix("|") { finishRow() }
    }

    /// Takes a line into the row above it, where that row's last cell is still open.
    private mutating func continueRow(_ text: String) -> Bool {
        guard !openRow.isEmpty, !text.isEmpty, !text.hasPrefix("|") else { return false }
        openRow.append(text)
        if text.hasSuffix("|") { finishRow() }
        return true
    }

    private mutating func finishRow() {
        guard !openRow.isEmpty else { return }
        let text = openRow.joined(separator: "\n")
        openRow = []
        storage += "<tr>"
        for cell in WikiTableRow.cells(text) {
            let name = cell.isHeading ? "th" : "td"
            storage += "<\(name)>\(content(of: cell.text))</\(name)>"
        }
        storage += "</tr>"
    }

    /// A cell of one line is a line of text; one of several may hold paragraphs and lists.
    private func content(of cell: String) -> String {
        guard cell.contains("\n"), Self.mayNest(at: depth) else { return WikiInline.convert(cell) }
        // The macros of the cell are out of it already; its rows are no tables of their own.
        var converter = WikiConverter(depth: Self.depthLimit)
        converter.convert(lines: cell)
        return converter.storage
    }
}

extension StringProtocol {
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
