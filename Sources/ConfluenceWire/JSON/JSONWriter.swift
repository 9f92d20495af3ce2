/// Writes JSON as UTF-8 bytes, compact as servers do or indented for people.
public struct JSONWriter: Sendable {
    private var bytes: [UInt8] = []
    private let indentation: Int?

    private init(indentation: Int?) {
        self.indentation = indentation
    }

    /// The value without white space between its parts.
    public static func compact(_ value: JSON) -> [UInt8] {
        var writer = JSONWriter(indentation: nil)
        writer.bytes.reserveCapacity(4096)
        writer.write(value, depth: 0)
        return writer.bytes
    }

    /// The value on several lines, two blanks a level, with a line feed at its end.
    public static func pretty(_ value: JSON) -> [UInt8] {
        var writer = JSONWriter(indentation: 2)
        writer.write(value, depth: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    private mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .integer(let value): write(String(value))
        case .number(let value): write(value.isFinite ? String(value) : "null")
        case .string(let value): writeString(value)
        case .array(let elements):
            writeList(elements, open: "[", close: "]", depth: depth) { writer, element in
                writer.write(element, depth: depth + 1)
            }
        case .object(let object):
            writeList(object.members, open: "{", close: "}", depth: depth) { writer, member in
                writer.writeString(member.key)
                writer.write(writer.indentation == nil ? ":" : ": ")
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func writeList<Element>(
        _ elements: [Element],
        open: StaticString,
        close: StaticString,
        depth: Int,
        element write: (inout JSONWriter, Element) -> Void
    ) {
        self.write(open)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(depth: depth + 1)
            write(&self, element)
        }
        if !elements.isEmpty { breakLine(depth: depth) }
        self.write(close)
    }

    private mutating func breakLine(depth: Int) {
        guard let indentation else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { writeEscaped($0) }
        if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { writeEscaped($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies what stands for itself in one piece up to the next byte that does not.
    private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = text.startIndex
        for index in text.indices where Self.needsEscape(text[index]) {
            bytes.append(contentsOf: text[start..<index])
            start = index + 1
            switch text[index] {
            case UInt8(ascii: "\""): write("\\\"")
            case UInt8(ascii: "\\"): write("\\\\")
            case UInt8(ascii: "\n"): write("\\n")
            case UInt8(ascii: "\r"): write("\\r")
            case UInt8(ascii: "\t"): write("\\t")
            default: write("\\u" + UInt32(text[index]).hexadecimal(digits: 4).lowercased())
            }
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}

extension JSON {
    /// The value as one line of text.
    public var compactText: String { String(decoding: JSONWriter.compact(self), as: UTF8.self) }

    /// The value as indented text.
    public var prettyText: String { String(decoding: JSONWriter.pretty(self), as: UTF8.self) }
}
