/// Reads HTML without ever failing, as forgiving as Python's html.parser is.
struct HTMLParser {
    private let source: [Unicode.Scalar]
    private var index = 0
    private var tree = HTMLTree()
    private var open: [HTMLTree.Index] = [HTMLTree.root]
    private var text = ""

    /// Tags that never have content.
    private static let voidTags: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "command", "embed", "frame", "hr", "image", "img", "input",
        "isindex", "keygen", "link", "menuitem", "meta", "nextid", "param", "source", "spacer", "track", "wbr",
    ]

    /// Tags in which blanks stay as they are.
    private static let preservingTags: Set<String> = ["pre", "textarea"]

    private init(_ html: String) {
        // The reader of Python's library turns all line ends into one form only in files, not in texts.
        source = Array(html.unicodeScalars)
    }

    static func parse(_ html: String) -> HTMLTree {
        var parser = HTMLParser(html)
        parser.run()
        return parser.tree
    }

    private mutating func run() {
        while index < source.count {
            switch source[index] {
            case "<": readMarkup()
            case "&": readReference()
            default:
                text.unicodeScalars.append(source[index])
                index += 1
            }
        }
        endText()
    }

    // MARK: Markup

    private mutating func readMarkup() {
        if starts(with: "<!--") { return skip(past: "-->", from: index + 4, content: .hidden) }
        if starts(with: "<![CDATA[") { return readCharacterData() }
        if starts(with: "<!") { return skip(past: ">", from: index + 2, content: .hidden) }
        if starts(with: "<?") { return skip(past: ">", from: index + 2, content: nil) }
        if starts(with: "</"), index + 2 < source.count {
            if source[index + 2].isASCIILetter { return readEndTag() }
            return skip(past: ">", from: index + 2, content: .hidden)
        }
        if index + 1 < source.count, source[index + 1].isASCIILetter { return readStartTag() }
        text.append("<")
        index += 1
    }

    private mutating func readStartTag() {
        let start = index
        index += 1
        let name = readName()
        var attributes: [String: String] = [:]
        var isClosed = false
        while true {
            skipBlanks()
            guard index < source.count else {
                // A tag that never ends is text.
                text.unicodeScalars.append(contentsOf: source[start...])
                return
            }
            if source[index] == ">" {
                index += 1
                break
            }
            if source[index] == "/" {
                index += 1
                isClosed = index < source.count && source[index] == ">"
                continue
            }
            let (key, value) = readAttribute()
            if !key.isEmpty { attributes[key] = value }
        }
        endText()
        let element = tree.append(.element(name: name, attributes: attributes), to: open[open.count - 1])
        if isClosed || Self.voidTags.contains(name) { return }
        open.append(element)
        if name == "script" || name == "style" { readRawText(until: name) }
    }

    private mutating func readEndTag() {
        index += 2
        let name = readName()
        while index < source.count, source[index] != ">" { index += 1 }
        index += 1
        endText()
        // An end without its beginning means nothing; one further out also ends what is open inside of it.
        guard let level = open.lastIndex(where: { tree.name($0) == name }), level > 0 else { return }
        open.removeSubrange(level...)
    }

    private mutating func readName() -> String {
        var name = ""
        while index < source.count, !source[index].endsName {
            name.unicodeScalars.append(source[index])
            index += 1
        }
        return name.lowercased()
    }

    private mutating func readAttribute() -> (name: String, value: String) {
        var name = ""
        while index < source.count, !source[index].endsName, source[index] != "=" || name.isEmpty {
            name.unicodeScalars.append(source[index])
            index += 1
        }
        skipBlanks()
        guard index < source.count, source[index] == "=" else { return (name.lowercased(), "") }
        index += 1
        skipBlanks()
        var value = ""
        if index < source.count, source[index] == "\"" || source[index] == "'" {
            let mark = source[index]
            index += 1
            while index < source.count, source[index] != mark {
                value.unicodeScalars.append(source[index])
                index += 1
            }
            index += 1
        } else {
            while index < source.count, !source[index].isHTMLBlank, source[index] != ">" {
                value.unicodeScalars.append(source[index])
                index += 1
            }
        }
        return (name.lowercased(), HTMLReference.decodeAll(in: value))
    }

    /// The content of a script or style, in which nothing but its own end tag is markup.
    private mutating func readRawText(until name: String) {
        let end = Array("</\(name)".unicodeScalars)
        while index < source.count {
            if source[index] == "<", source[index...].prefix(end.count).map(\.lowered).elementsEqual(end) { return }
            text.unicodeScalars.append(source[index])
            index += 1
        }
    }

    private mutating func readCharacterData() {
        let start = index + "<![CDATA[".count
        let end = find("]]>", from: start) ?? source.count
        endText()
        let data = String(String.UnicodeScalarView(source[start..<end]))
        _ = tree.append(.text(data), to: open[open.count - 1])
        index = end + 3
    }

    private mutating func skip(past end: String, from start: Int, content: HTMLTree.Content?) {
        let stop = find(end, from: start) ?? source.count
        endText()
        let inside = String(String.UnicodeScalarView(source[min(start, stop)..<stop]))
        _ = tree.append(content ?? .text(inside), to: open[open.count - 1])
        index = stop + end.unicodeScalars.count
    }

    // MARK: Texts

    private mutating func readReference() {
        guard let (replacement, length) = HTMLReference.read(source[index...]) else {
            text.append("&")
            index += 1
            return
        }
        text += replacement
        index += length
    }

    /// Ends a run of text; one of blanks only becomes a line feed or a single blank.
    private mutating func endText() {
        guard !text.isEmpty else { return }
        let isPreserved = open.contains { tree.name($0).map(Self.preservingTags.contains) ?? false }
        let hasLineFeed = text.unicodeScalars.contains("\n")
        if !isPreserved, text.unicodeScalars.allSatisfy(\.isHTMLBlank) { text = hasLineFeed ? "\n" : " " }
        _ = tree.append(.text(text), to: open[open.count - 1])
        text = ""
    }

    private mutating func skipBlanks() {
        while index < source.count, source[index].isHTMLBlank { index += 1 }
    }

    private func starts(with prefix: String) -> Bool {
        source[index...].starts(with: prefix.unicodeScalars)
    }

    private func find(_ wanted: String, from start: Int) -> Int? {
        let wanted = Array(wanted.unicodeScalars)
        guard start <= source.count - wanted.count else { return nil }
        return (start...(source.count - wanted.count)).first { source[$0...].starts(with: wanted) }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    fileprivate var isHTMLBlank: Bool { " \t\n\r\u{0C}".unicodeScalars.contains(self) }

    fileprivate var endsName: Bool { isHTMLBlank || self == ">" || self == "/" || self == "\0" }

    fileprivate var lowered: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value + 32)) : self
    }
}
