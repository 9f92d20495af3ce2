/// Cuts a body into tags, text and CDATA sections, and refuses what is not XML.
///
/// Messages and places follow Woodstox, the parser behind Confluence, because clients show them to people.
struct Tokenizer {
    enum Token {
        case startTag(StartTag)
        /// A closing tag up to its name; ``finishEndTag()`` reads the rest.
        case endTag(name: String)
        case text(String)
        case cdata(String)
        /// Everything between `<!--` and `-->`.
        case comment(String)
        /// Everything between `<?` and `?>`.
        case instruction(String)
    }

    struct StartTag {
        var name: String
        var attributes: [StorageAttribute]
        var isEmpty: Bool
    }

    let bytes: [UInt8]
    var index = 0
    /// Where the token that was read last begins.
    private(set) var tokenStart = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    mutating func next() throws(StorageFormatError) -> Token? {
        guard let first = current else { return nil }
        tokenStart = index
        guard first == UInt8(ascii: "<") else { return .text(try readText()) }
        index += 1
        switch current {
        case UInt8(ascii: "!"): return try readDirective()
        case UInt8(ascii: "?"): return try readInstruction()
        case UInt8(ascii: "/"):
            index += 1
            return .endTag(name: readNameOfEndTag())
        case let byte? where byte.startsName || byte == UInt8(ascii: ":"): return .startTag(try readStartTag())
        case nil: throw endOfInput(" in start tag")
        default: throw unexpectedCharacter(" in content after '<' (malformed start element?).")
        }
    }

    /// What the source holds from the beginning of the last token to here.
    var rawToken: ArraySlice<UInt8> { bytes[tokenStart..<index] }

    // MARK: Tags

    private mutating func readStartTag() throws(StorageFormatError) -> StartTag {
        let name = try readQualifiedName()
        var attributes: [StorageAttribute] = []
        while true {
            let hadSpace = skipSpace()
            switch current {
            case UInt8(ascii: ">"):
                index += 1
                return StartTag(name: name, attributes: attributes, isEmpty: false)
            case UInt8(ascii: "/"):
                index += 1
                guard current == UInt8(ascii: ">") else { throw unexpectedCharacter(" expected '>'") }
                index += 1
                return StartTag(name: name, attributes: attributes, isEmpty: true)
            case UInt8(ascii: "<") where hadSpace:
                throw failure("Unexpected '<' character in element (missing closing '>'?)")
            case nil:
                throw endOfInput(" in start tag")
            default:
                // The misspelt word is Woodstox's own.
                guard hadSpace else { throw unexpectedCharacter(" excepted space, or '>' or \"/>\"") }
                attributes.append(try readAttribute())
            }
        }
    }

    private mutating func readAttribute() throws(StorageFormatError) -> StorageAttribute {
        let name = try readQualifiedName()
        skipSpace()
        guard current == UInt8(ascii: "=") else { throw unexpectedCharacter(" expected '='") }
        index += 1
        skipSpace()
        guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw unexpectedCharacter(" in start tag Expected a quote")
        }
        index += 1
        var value: [UInt8] = []
        while let byte = current, byte != quote {
            switch byte {
            case UInt8(ascii: "<"): throw failure("Unexpected '<'  in attribute value")
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                value.append(UInt8(ascii: " "))
                index += byte == UInt8(ascii: "\r") && starts(with: "\r\n") ? 2 : 1
            default: try readCharacter(into: &value)
            }
        }
        guard current == quote else { throw endOfInput(" in attribute value") }
        index += 1
        return StorageAttribute(name: name, value: String(decoding: value, as: UTF8.self))
    }

    private mutating func readNameOfEndTag() -> String {
        let start = index
        while let byte = current, byte.continuesName || byte == UInt8(ascii: ":") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func finishEndTag() throws(StorageFormatError) {
        skipSpace()
        guard current != nil else { throw endOfInput(" in end tag") }
        guard current == UInt8(ascii: ">") else { throw unexpectedCharacter(" in end tag Expected '>'.") }
        index += 1
    }

    // MARK: Text

    private mutating func readText() throws(StorageFormatError) -> String {
        let start = index
        while let byte = current, byte.isPlainText { index += 1 }
        if current == nil || current == UInt8(ascii: "<") {
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while let byte = current, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "]"), starts(with: "]]>") {
                throw failure(
                    "String ']]>' not allowed in textual content, except as the end marker of CDATA section",
                    at: index + 2)
            }
            try readCharacter(into: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what begins with `<!`: a comment or a CDATA section, nothing else.
    private mutating func readDirective() throws(StorageFormatError) -> Token {
        if starts(with: "!--") { return .comment(try readComment()) }
        if starts(with: "![CDATA[") { return .cdata(try readCDATA()) }
        index += 1
        guard current == UInt8(ascii: "-") || current == UInt8(ascii: "[") else {
            throw failure("Unrecognized XML directive; expected CDATA or comment ('<![CDATA[' or '<!--').")
        }
        let isComment = current == UInt8(ascii: "-")
        index += 1
        if isComment { throw unexpectedCharacter(" (malformed comment?)") }
        let start = index
        while let byte = current, byte.continuesName { index += 1 }
        let keyword = String(decoding: bytes[start..<index], as: UTF8.self)
        guard keyword == "CDATA" else {
            throw failure("Unrecognized XML directive '\(keyword)'; expected 'CDATA'.", at: max(start, index - 1))
        }
        throw unexpectedCharacter("excepted '[' after '<![CDATA'")
    }

    private mutating func readComment() throws(StorageFormatError) -> String {
        index += 3
        let start = index
        guard let dashes = find("--") else { throw endOfInput(" in comment") }
        index = dashes
        guard starts(with: "-->") else {
            // Woodstox tells where such a comment begins, not where its hyphens are.
            throw failure("String '--' not allowed in comment (missing '>'?)", at: start - 1)
        }
        index += 3
        return String(decoding: bytes[start..<dashes], as: UTF8.self)
    }

    private mutating func readCDATA() throws(StorageFormatError) -> String {
        index += 8
        let start = index
        guard let end = find("]]>") else { throw endOfInput(" in CDATA section") }
        if let place = bytes[start..<end].firstIndex(where: { $0 < 0x20 && !$0.isXMLSpace }) {
            throw illegalCharacter(at: place)
        }
        index = end + 3
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func readInstruction() throws(StorageFormatError) -> Token {
        index += 1
        let start = index
        while let byte = current, byte.continuesName { index += 1 }
        let target = String(decoding: bytes[start..<index], as: UTF8.self)
        if target.isEmpty { throw failure("Missing processing instruction target", at: max(start - 1, 0)) }
        if target.lowercased() == "xml" {
            throw failure(
                "Illegal processing instruction target (\"\(target)\"); xml (case insensitive) is reserved by the specs.",
                at: index - 1)
        }
        guard let end = find("?>") else { throw endOfInput(" in processing instruction") }
        index = end + 2
        return .instruction(String(decoding: bytes[start..<end], as: UTF8.self))
    }
}
