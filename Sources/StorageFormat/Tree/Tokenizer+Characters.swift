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

    mutating func readName() throws(StorageFormatError) -> String {
        let start = index
        guard let first = current else { throw endOfInput("") }
        guard first.startsName else { throw unexpectedCharacter(" (missing name?)") }
        while let byte = current, byte.continuesName { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads one character or one reference.
    mutating func readCharacter(into text: inout [UInt8]) throws(StorageFormatError) {
        guard let byte = current else { return }
        if byte == UInt8(ascii: "&") {
            text.append(contentsOf: String(Character(try readReference())).utf8)
            return
        }
        if byte < 0x20, !byte.isXMLSpace {
            throw failure("Illegal character ((CTRL-CHAR, code \(byte)))")
        }
        text.append(byte)
        index += 1
    }

    private mutating func readReference() throws(StorageFormatError) -> Unicode.Scalar {
        let start = index
        index += 1
        if current == UInt8(ascii: "#") {
            index += 1
            return try readCharacterReference()
        }
        let name = try readName()
        guard current == UInt8(ascii: ";") else {
            throw unexpectedCharacter("; expected a semi-colon after the reference for entity '\(name)'")
        }
        index += 1
        guard let scalar = Entities.scalar(named: name) else {
            throw failure("Undeclared general entity \"\(name)\"", at: start)
        }
        return scalar
    }

    private mutating func readCharacterReference() throws(StorageFormatError) -> Unicode.Scalar {
        let isHexadecimal = current == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var value: UInt32 = 0
        let start = index
        while let byte = current, byte != UInt8(ascii: ";") {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else {
                throw unexpectedCharacter(
                    "; expected a digit (0 - 9\(isHexadecimal ? " or a - f" : "")) in a character entity")
            }
            // Past the last code point the exact value no longer matters.
            value = min(value * radix + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard current != nil, index > start else {
            throw unexpectedCharacter("; expected a digit in a character entity")
        }
        index += 1
        guard let scalar = Unicode.Scalar(value), value >= 0x20 || [9, 10, 13].contains(value) else {
            throw failure("Illegal character entity: expansion character (code 0x\(String(value, radix: 16)))")
        }
        return scalar
    }

    // MARK: Failures

    func failure(_ message: String, at offset: Int? = nil) -> StorageFormatError {
        StorageFormatError(message, in: bytes, at: offset ?? index)
    }

    func endOfInput(_ suffix: String) -> StorageFormatError {
        failure("Unexpected EOF\(suffix)", at: bytes.count)
    }

    func unexpectedCharacter(_ suffix: String) -> StorageFormatError {
        guard index < bytes.count,
            let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
        else { return endOfInput("") }
        let name = scalar.value < 0x20 ? "(CTRL-CHAR, code \(scalar.value))" : "'\(scalar)' (code \(scalar.value))"
        return failure("Unexpected character \(name)\(suffix)")
    }
}

extension UInt8 {
    var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    fileprivate var startsName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    fileprivate var continuesName: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: startsName
        }
    }
}
