/// Turns wiki markup into storage format line by line, in one pass.
struct WikiConverter {
    private var storage = ""
    private var paragraph: [String] = []
    private var lists = WikiLists()
    private var isInTable = false
    /// The macros that are open around the current line.
    private var openMacros: [String] = []
    /// The code macro whose lines are being gathered, and they.
    private var verbatim: (opening: WikiMacro, lines: [String])?

    private static let bodyMacros: Set<String> = ["info", "note", "tip", "warning", "panel", "expand", "quote"]
    private static let verbatimMacros: Set<String> = ["code", "noformat"]
    private static let nestingLimit = 20

    mutating func convert(_ source: String) -> String {
        for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            convert(line: String(line))
        }
        if let verbatim { close(verbatim.opening, lines: verbatim.lines) }
        closeBlocks()
        while let name = openMacros.popLast() { storage += WikiMacro.closing(name) }
        return storage
    }

    private mutating func convert(line: String) {
        let text = line.trimmingSpaces()
        if let open = verbatim {
            guard text == "{\(open.opening.name)}" else {
                verbatim?.lines.append(line)
                return
            }
            verbatim = nil
            close(open.opening, lines: open.lines)
        } else if text.isEmpty {
            closeBlocks()
        } else if let macro = WikiMacro(line: text), convert(macro) {
            return
        } else if let (level, title) = Self.heading(text) {
            closeBlocks()
            storage += "<h\(level)>\(WikiInline.convert(title))</h\(level)>"
        } else if text == "----" {
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
            addRow(text)
        } else {
            closeTable()
            storage += lists.close()
            paragraph.append(text)
        }
    }

    /// Handles a line that is one macro tag; `false` when that macro is not known or nested too deeply.
    private mutating func convert(_ macro: WikiMacro) -> Bool {
        if Self.verbatimMacros.contains(macro.name) {
            closeBlocks()
            verbatim = (macro, [])
            return true
        }
        if macro.name == "toc" {
            closeBlocks()
            storage += "<ac:structured-macro ac:name=\"toc\">\(macro.parameterElements)</ac:structured-macro>"
            return true
        }
        guard Self.bodyMacros.contains(macro.name) else { return false }
        if openMacros.last == macro.name, macro.parameters.isEmpty {
            closeBlocks()
            openMacros.removeLast()
            storage += WikiMacro.closing(macro.name)
            return true
        }
        guard openMacros.count < Self.nestingLimit else { return false }
        closeBlocks()
        openMacros.append(macro.name)
        storage += macro.opening
        return true
    }

    private mutating func close(_ macro: WikiMacro, lines: [String]) {
        storage += "<ac:structured-macro ac:name=\"\(macro.name)\">\(macro.parameterElements)<ac:plain-text-body>"
        storage += Markup.cdata(lines.joined(separator: "\n")) + "</ac:plain-text-body></ac:structured-macro>"
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

    private mutating func closeTable() {
        if isInTable { storage += "</tbody></table>" }
        isInTable = false
    }

    private mutating func addRow(_ text: String) {
        if !isInTable { storage += "<table><tbody>" }
        isInTable = true
        storage += "<tr>"
        for cell in WikiTableRow.cells(text) {
            let name = cell.isHeading ? "th" : "td"
            storage += "<\(name)>\(WikiInline.convert(cell.text))</\(name)>"
        }
        storage += "</tr>"
    }
}

extension String {
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
