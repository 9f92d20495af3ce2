/// Writes a body as Confluence keeps it: what it says is the client's, how its tags are spelt is Confluence's.
///
/// Empty elements close themselves behind a space, attributes stand in double quotes, numeric references become their
/// characters, macros gain a schema version and an id. Named entities, CDATA, comments and unknown attributes stay.
struct KeptForm {
    private var tokenizer: Tokenizer
    private let macroID: (_ place: Int) -> String
    private var output: [UInt8] = []
    private var macroCount = 0
    /// The names of the open elements, outermost first.
    private var open: [String] = []

    /// The elements whose text Confluence keeps in CDATA sections.
    private static let verbatimElements: Set<String> = ["ac:plain-text-body", "ac:plain-text-link-body"]

    /// A start tag that is written once the next token shows whether its element is empty.
    private var pending: Tokenizer.StartTag?

    /// - Parameter macroID: The id of a macro that has none, by its place among the macros of the body.
    static func write(
        _ source: String, macroID: (_ place: Int) -> String
    ) throws(StorageFormatError) -> String {
        _ = try StorageParser.parse(source)
        return try withoutActuallyEscaping(macroID) { (macroID) throws(StorageFormatError) -> String in
            var form = KeptForm(tokenizer: Tokenizer(source), macroID: macroID)
            try form.write()
            return String(decoding: form.output, as: UTF8.self)
        }
    }

    private init(tokenizer: Tokenizer, macroID: @escaping (_ place: Int) -> String) {
        self.tokenizer = tokenizer
        self.macroID = macroID
        output.reserveCapacity(tokenizer.bytes.count + 64)
    }

    private mutating func write() throws(StorageFormatError) {
        while let token = try tokenizer.next() {
            switch token {
            case .startTag(let tag):
                flush()
                pending = tag
                if tag.isEmpty { flush(isEmpty: true) } else { open.append(tag.name) }
            case .endTag(let name):
                try tokenizer.finishEndTag()
                _ = open.popLast()
                if pending != nil {
                    flush(isEmpty: true)
                } else {
                    append("</\(name)>")
                }
            case .text(let text):
                flush()
                if let name = open.last, Self.verbatimElements.contains(name), !StorageNode.text(text).isBlank {
                    append(Markup.cdata(text))
                } else {
                    appendText(Array(tokenizer.rawToken))
                }
            case .cdata, .comment, .instruction:
                flush()
                output += tokenizer.rawToken
            }
        }
    }

    private mutating func flush(isEmpty: Bool = false) {
        guard var tag = pending else { return }
        pending = nil
        if tag.name == "ac:structured-macro" { complete(&tag) }
        append("<\(tag.name)")
        for attribute in tag.attributes {
            append(" \(attribute.name)=\"")
            appendValue(attribute.value)
            append("\"")
        }
        append(isEmpty ? " />" : ">")
    }

    private mutating func complete(_ macro: inout Tokenizer.StartTag) {
        let place = macroCount
        macroCount += 1
        let names = macro.attributes.map(\.name)
        if !names.contains("ac:schema-version") {
            let behindName = (names.firstIndex(of: "ac:name") ?? -1) + 1
            macro.attributes.insert(StorageAttribute(name: "ac:schema-version", value: "1"), at: behindName)
        }
        if !names.contains("ac:macro-id") {
            let behindVersion = (macro.attributes.firstIndex { $0.name == "ac:schema-version" } ?? -1) + 1
            macro.attributes.insert(StorageAttribute(name: "ac:macro-id", value: macroID(place)), at: behindVersion)
        }
    }

    private mutating func append(_ text: String) {
        output += text.utf8
    }

    private mutating func appendValue(_ value: String) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: "\""): append("&quot;")
            default: output.append(byte)
            }
        }
    }

    /// Copies text as it was typed, but for numeric references, line ends and lone closing brackets.
    private mutating func appendText(_ raw: [UInt8]) {
        var index = 0
        while index < raw.count {
            switch raw[index] {
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\r"):
                if index + 1 >= raw.count || raw[index + 1] != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
            case UInt8(ascii: "&") where index + 1 < raw.count && raw[index + 1] == UInt8(ascii: "#"):
                let end = raw[index...].firstIndex(of: UInt8(ascii: ";")) ?? raw.count - 1
                let digits = String(decoding: raw[(index + 2)..<end], as: UTF8.self)
                let value =
                    digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                if let scalar = value.flatMap(Unicode.Scalar.init) { append(Markup.escape(String(scalar))) }
                index = end
            default: output.append(raw[index])
            }
            index += 1
        }
    }
}
