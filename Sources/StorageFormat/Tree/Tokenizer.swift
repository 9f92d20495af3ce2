/// Cuts a body into tags, text and CDATA sections, and refuses what is not XML.
///
/// The messages follow Woodstox, the parser behind Confluence, because clients show them to people.
struct Tokenizer {
    enum Token {
        case startTag(name: String, attributes: [StorageAttribute], isEmpty: Bool)
        case endTag(name: String)
        case text(String)
        case cdata(String)
    }

    let bytes: [UInt8]
    var index = 0
    /// Where the token that was read last begins.
    private(set) var tokenStart = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    mutating func next() throws(StorageFormatError) -> Token? {
        while index < bytes.count {
            tokenStart = index
            guard bytes[index] == UInt8(ascii: "<") else { return .text(try readText()) }
            if starts(with: "<!--") {
                try skipComment()
            } else if starts(with: "<![CDATA[") {
                return .cdata(try readCDATA())
            } else if starts(with: "</") {
                return try readEndTag()
            } else if starts(with: "<?") {
                try skipInstruction()
            } else if starts(with: "<!") {
                throw failure("Unrecognized XML directive; expected CDATA or comment ('<![CDATA[' or '<!--').")
            } else {
                return try readStartTag()
            }
        }
        return nil
    }

    // MARK: Tags

    private mutating func readStartTag() throws(StorageFormatError) -> Token {
        index += 1
        let name = try readName()
        var attributes: [StorageAttribute] = []
        var seen: Set<String> = []
        while true {
            let hadSpace = skipSpace()
            switch current {
            case UInt8(ascii: ">"):
                index += 1
                return .startTag(name: name, attributes: attributes, isEmpty: false)
            case UInt8(ascii: "/"):
                index += 1
                guard current == UInt8(ascii: ">") else { throw unexpectedCharacter(" expected '>'") }
                index += 1
                return .startTag(name: name, attributes: attributes, isEmpty: true)
            default:
                // The misspelt word is Woodstox's own.
                guard hadSpace else { throw unexpectedCharacter(" excepted space, or '>' or \"/>\"") }
                let attribute = try readAttribute()
                guard seen.insert(attribute.name).inserted else {
                    throw failure("Duplicate attribute '\(attribute.name)'.")
                }
                attributes.append(attribute)
            }
        }
    }

    private mutating func readAttribute() throws(StorageFormatError) -> StorageAttribute {
        let name = try readName()
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
            if byte == UInt8(ascii: "<") { throw unexpectedCharacter(" in attribute value") }
            try readCharacter(into: &value)
        }
        guard current == quote else { throw endOfInput(" in attribute value") }
        index += 1
        return StorageAttribute(name: name, value: String(decoding: value, as: UTF8.self))
    }

    private mutating func readEndTag() throws(StorageFormatError) -> Token {
        index += 2
        let name = try readName()
        skipSpace()
        guard current == UInt8(ascii: ">") else { throw unexpectedCharacter(" expected '>'") }
        index += 1
        return .endTag(name: name)
    }

    // MARK: Text

    private mutating func readText() throws(StorageFormatError) -> String {
        var text: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "]"), starts(with: "]]>") {
                throw failure("Unescaped ']]>' not allowed in text content")
            }
            try readCharacter(into: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func readCDATA() throws(StorageFormatError) -> String {
        index += 9
        let start = index
        guard let end = find("]]>") else { throw endOfInput(" in CDATA section") }
        index = end + 3
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func skipComment() throws(StorageFormatError) {
        index += 4
        guard let dashes = find("--") else { throw endOfInput(" in comment") }
        index = dashes
        guard starts(with: "-->") else {
            throw failure("String '--' not allowed in comment (missing '>'?)")
        }
        index += 3
    }

    private mutating func skipInstruction() throws(StorageFormatError) {
        index += 2
        let target = try readName()
        if target.lowercased() == "xml" {
            throw failure(
                "Illegal processing instruction target (\"\(target)\"); xml (case insensitive) is reserved by the specs."
            )
        }
        guard let end = find("?>") else { throw endOfInput(" in processing instruction") }
        index = end + 2
    }
}
