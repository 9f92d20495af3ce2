import ConfluenceWire

/// How single characters, names and references are read.
extension Tokenizer {
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            index + wanted.count <= bytes.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
        }
    }

    func find(_ text: StaticString) -> Int? {
        text.withUTF8Buffer { wanted in
            var place = index
            while place + wanted.count <= bytes.count {
                if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
                    return place
                }
                place += 1
            }
            return nil
        }
    }

    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = index
        while let byte = current, byte.isXMLSpace { index += 1 }
        return index > start
    }

    /// A name with or without a prefix.
    mutating func readQualifiedName() throws(StorageFormatError) -> String {
        let start = index
        try readLocalName()
        if current == UInt8(ascii: ":") {
            index += 1
            try readLocalName()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func readLocalName() throws(StorageFormatError) {
        guard let first = current else { throw endOfInput("; expected an identifier") }
        guard first.startsName else {
            throw unexpectedCharacter(
                first == UInt8(ascii: ":") ? " (missing namespace prefix?)" : " (missing name?)")
        }
        while let byte = current, byte.continuesName { index += 1 }
    }

    /// Reads one character or one reference.
    mutating func readCharacter(into text: inout [UInt8]) throws(StorageFormatError) {
        guard let byte = current else { return }
        if byte == UInt8(ascii: "&") {
            text.append(contentsOf: String(Character(try readReference())).utf8)
            return
        }
        if byte < 0x20 {
            guard byte.isXMLSpace else { throw illegalCharacter(at: index) }
            if byte == UInt8(ascii: "\r") {
                if !starts(with: "\r\n") { text.append(UInt8(ascii: "\n")) }
                index += 1
                return
            }
        }
        text.append(byte)
        index += 1
    }

    private mutating func readReference() throws(StorageFormatError) -> Unicode.Scalar {
        index += 1
        if current == UInt8(ascii: "#") {
            index += 1
            return try readCharacterReference()
        }
        let start = index
        try readLocalName()
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        guard current == UInt8(ascii: ";") else {
            throw unexpectedCharacter("; expected a semi-colon after the reference for entity '\(name)'")
        }
        guard let scalar = CharacterEntities.scalar(named: name) else {
            throw failure("Undeclared general entity \"\(name)\"")
        }
        index += 1
        return scalar
    }

    private mutating func readCharacterReference() throws(StorageFormatError) -> Unicode.Scalar {
        let isHexadecimal = current == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var value: UInt32 = 0
        while let byte = current, byte != UInt8(ascii: ";") {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else {
                throw unexpectedCharacter(
                    isHexadecimal ? "; expected a hex digit (0-9a-fA-F)." : "; expected a decimal number.")
            }
            value = value * radix + UInt32(digit)
            guard value <= 0x10_FFFF else {
                throw failure("Illegal character entity: value higher than max allowed (0x10ffff)")
            }
            index += 1
        }
        guard current != nil else { throw endOfInput(" in entity reference") }
        if value == 0 {
            throw failure("Invalid character reference: null character not allowed in XML content.")
        }
        guard let scalar = Unicode.Scalar(value), value >= 0x20 || [9, 10, 13].contains(value),
            value != 0xFFFE, value != 0xFFFF
        else {
            // The bracket that is never closed is Woodstox's own.
            throw failure("Illegal character entity: expansion character (code 0x\(String(value, radix: 16))")
        }
        index += 1
        return scalar
    }

    // MARK: Failures

    /// A refusal that tells the place of one character: the current one, where nothing else is said.
    func failure(_ message: String, at offset: Int? = nil) -> StorageFormatError {
        StorageFormatError(message, in: bytes, at: offset ?? index)
    }

    func endOfInput(_ suffix: String) -> StorageFormatError {
        failure("Unexpected end of input block\(suffix)", at: max(bytes.count - 1, 0))
    }

    func illegalCharacter(at offset: Int) -> StorageFormatError {
        let byte = bytes[offset]
        return failure(
            byte == 0
                ? "Illegal character (NULL, unicode 0) encountered: not valid in any content"
                : "Illegal character ((CTRL-CHAR, code \(byte)))", at: offset)
    }

    func unexpectedCharacter(_ suffix: String) -> StorageFormatError {
        guard index < bytes.count,
            let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
        else { return endOfInput("") }
        return failure("Unexpected character \(Self.description(of: scalar))\(suffix)")
    }

    /// A character as Java prints it: beyond the first plane it sees only half of it.
    private static func description(of scalar: Unicode.Scalar) -> String {
        let code = scalar.utf16.first.map(UInt32.init) ?? scalar.value
        if code < 0x20 || (0x7F...0x9F).contains(code) { return "(CTRL-CHAR, code \(code))" }
        let shown = scalar.value > 0xFFFF ? "?" : String(scalar)
        return code > 255 ? "'\(shown)' (code \(code) / 0x\(String(code, radix: 16)))" : "'\(shown)' (code \(code))"
    }
}

extension UInt8 {
    var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// Whether text may hold this byte with nothing to be said about it.
    var isPlainText: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "]"): false
        case 0x09, 0x0A, 0x20...: true
        default: false
        }
    }

    var startsName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    var continuesName: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: startsName
        }
    }
}
