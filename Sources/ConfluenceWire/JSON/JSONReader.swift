/// Reads JSON (RFC 8259) strictly, and says where it went wrong.
public struct JSONReader: Sendable {
    /// What is wrong with a text that should be JSON, and where; lines and columns count from 1.
    public struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        public var line: Int
        public var column: Int
        public var message: String

        public var description: String { "line \(line), column \(column): \(message)" }
    }

    /// Where something stands in a text; both count from 1.
    public struct Place: Sendable, Hashable {
        public var line: Int
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private let depthLimit: Int
    private var places: [[PathStep]: Place] = [:]
    private var path: [PathStep] = []
    private let remembersPlaces: Bool

    /// One step from a value to one inside it.
    public enum PathStep: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    private init(_ bytes: [UInt8], depthLimit: Int, remembersPlaces: Bool) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        self.remembersPlaces = remembersPlaces
    }

    /// The value that the whole text stands for.
    ///
    /// - Parameter depthLimit: How deep arrays and objects may nest; a deeper text is refused.
    public static func read(_ bytes: [UInt8], depthLimit: Int = 200) throws(Malformed) -> JSON {
        var reader = JSONReader(bytes, depthLimit: depthLimit, remembersPlaces: false)
        return try reader.readDocument()
    }

    public static func read(_ text: String, depthLimit: Int = 200) throws(Malformed) -> JSON {
        try read(Array(text.utf8), depthLimit: depthLimit)
    }

    /// The value, and where each value inside it stands.
    public static func readWithPlaces(
        _ bytes: [UInt8],
        depthLimit: Int = 200
    ) throws(Malformed) -> (value: JSON, places: [[PathStep]: Place]) {
        var reader = JSONReader(bytes, depthLimit: depthLimit, remembersPlaces: true)
        let value = try reader.readDocument()
        return (value, reader.places)
    }

    private mutating func readDocument() throws(Malformed) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        skipBlanks()
        let value = try readValue()
        skipBlanks()
        guard index == bytes.count else { throw malformed("nothing more is expected here, found \(found)") }
        return value
    }

    private mutating func readValue() throws(Malformed) -> JSON {
        if remembersPlaces { places[path] = place(of: index) }
        guard index < bytes.count else { throw malformed("a value is expected, found the end of the text") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try readObject()
        case UInt8(ascii: "["): return try readArray()
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
        default: break
        }
        for (word, value) in [("true", JSON.bool(true)), ("false", .bool(false)), ("null", .null)]
        where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return value
        }
        throw malformed("a value is expected, found \(found)")
    }

    private mutating func readObject() throws(Malformed) -> JSON {
        try descend()
        var object = JSONObject()
        var seen: Set<String> = []
        try skip("{")
        skipBlanks()
        if take("}") {
            depth -= 1
            return .object(object)
        }
        while true {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                throw malformed("a key in double quotes is expected, found \(found)")
            }
            let key = try readString()
            skipBlanks()
            guard take(":") else { throw malformed("a colon is expected after the key “\(key)”, found \(found)") }
            skipBlanks()
            path.append(.key(key))
            let value = try readValue()
            path.removeLast()
            // The last one wins, as with Python's and the browsers' readers. Few keys are looked through faster than hashed.
            if object.count < 16 {
                object[key] = value
            } else {
                if seen.isEmpty { seen.formUnion(object.keys) }
                if seen.insert(key).inserted { object.append(key, value) } else { object[key] = value }
            }
            skipBlanks()
            if take(",") { continue }
            if take("}") { break }
            throw malformed("a comma or } is expected after the value of “\(key)”, found \(found)")
        }
        depth -= 1
        return .object(object)
    }

    private mutating func readArray() throws(Malformed) -> JSON {
        try descend()
        var elements: [JSON] = []
        try skip("[")
        skipBlanks()
        if take("]") {
            depth -= 1
            return .array(elements)
        }
        while true {
            skipBlanks()
            path.append(.index(elements.count))
            elements.append(try readValue())
            path.removeLast()
            skipBlanks()
            if take(",") { continue }
            if take("]") { break }
            throw malformed("a comma or ] is expected in a list, found \(found)")
        }
        depth -= 1
        return .array(elements)
    }

    private mutating func readNumber() throws(Malformed) -> JSON {
        let start = index
        _ = take("-")
        let digits = index
        skipDigits()
        guard index > digits else { throw malformed("a digit is expected, found \(found)") }
        if bytes[digits] == UInt8(ascii: "0"), index - digits > 1 {
            index = digits
            throw malformed("a number must not begin with 0")
        }
        var isWhole = true
        if take(".") {
            isWhole = false
            let fraction = index
            skipDigits()
            guard index > fraction else { throw malformed("a digit is expected after the point, found \(found)") }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            let exponent = index
            skipDigits()
            guard index > exponent else { throw malformed("a digit is expected in the exponent, found \(found)") }
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, let whole = Int64(text) { return .integer(whole) }
        return .number(Double(text) ?? .infinity)
    }

    private mutating func readString() throws(Malformed) -> String {
        let start = index
        try skip("\"")
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try readEscape(into: &content)
            case 0..<0x20:
                throw malformed("a control character must be written as an escape, found \(found)")
            default:
                let plain = bytes[index...].prefix {
                    $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
                }
                content += plain
                index = plain.endIndex
            }
        }
        index = start
        throw malformed("this text is never closed")
    }

    private mutating func readEscape(into content: inout [UInt8]) throws(Malformed) {
        index += 1
        guard index < bytes.count else { throw malformed("an escape is expected, found the end of the text") }
        let byte = bytes[index]
        let plain: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
            case UInt8(ascii: "b"): 8
            case UInt8(ascii: "f"): 12
            case UInt8(ascii: "n"): 10
            case UInt8(ascii: "r"): 13
            case UInt8(ascii: "t"): 9
            default: nil
            }
        if let character = plain {
            content.append(character)
            index += 1
            return
        }
        guard byte == UInt8(ascii: "u") else {
            throw malformed("\\\(Character(Unicode.Scalar(byte))) is no escape of JSON")
        }
        index += 1
        var unit = try readHexUnit()
        if (0xD800...0xDBFF).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
            let afterHigh = index
            index += 2
            let low = try readHexUnit()
            if (0xDC00...0xDFFF).contains(low) {
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            } else {
                index = afterHigh
            }
        }
        let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
        content.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func readHexUnit() throws(Malformed) -> UInt32 {
        let digits = bytes[index..<min(index + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw malformed("four hexadecimal digits are expected after \\u") }
        index += 4
        return unit
    }

    private mutating func descend() throws(Malformed) {
        depth += 1
        guard depth <= depthLimit else { throw malformed("lists and objects nest deeper than \(depthLimit) levels") }
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func skipDigits() {
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skip(_ character: Unicode.Scalar) throws(Malformed) {
        guard take(character) else { throw malformed("\(character) is expected, found \(found)") }
    }

    /// What stands at the current place, for messages.
    private var found: String {
        guard index < bytes.count else { return "the end of the text" }
        let rest = String(decoding: bytes[index..<min(index + 8, bytes.count)], as: UTF8.self)
        guard let first = rest.first else { return "the end of the text" }
        return first.isNewline ? "the end of the line" : "“\(first)”"
    }

    private func malformed(_ message: String) -> Malformed {
        let place = place(of: index)
        return Malformed(line: place.line, column: place.column, message: message)
    }

    private func place(of index: Int) -> Place {
        var line = 1
        var lineStart = 0
        for position in 0..<min(index, bytes.count) where bytes[position] == 0x0A {
            line += 1
            lineStart = position + 1
        }
        let column = String(decoding: bytes[lineStart..<min(index, bytes.count)], as: UTF8.self).count + 1
        return Place(line: line, column: column)
    }
}
