package import ConfluenceWire

/// Writes values as YAML that people read, and that this package's reader takes for the same values.
package enum YAMLWriter {
    package static func text(_ value: JSON) -> String {
        var writer = Writer()
        switch value {
        case .object(let object) where !object.isEmpty: writer.write(object, indent: 0)
        case .array(let elements) where !elements.isEmpty: writer.write(elements, indent: 0)
        default: writer.text = value.compactText + "\n"
        }
        return writer.text
    }

    private struct Writer {
        var text = ""

        mutating func write(_ object: JSONObject, indent: Int, afterDash: Bool = false) {
            var isFirst = afterDash
            for member in object {
                if !isFirst { text += String(repeating: " ", count: indent) }
                isFirst = false
                text += key(member.key) + ":"
                write(valueOf: member.value, indent: indent)
            }
        }

        mutating func write(_ elements: [JSON], indent: Int) {
            for element in elements {
                text += String(repeating: " ", count: indent) + "-"
                if case .object(let object) = element, !object.isEmpty {
                    text += " "
                    write(object, indent: indent + 2, afterDash: true)
                } else {
                    write(valueOf: element, indent: indent)
                }
            }
        }

        /// What comes after a key or a dash, to the end of the line or over the next ones.
        private mutating func write(valueOf value: JSON, indent: Int) {
            switch value {
            case .object(let object) where !object.isEmpty:
                text += "\n"
                write(object, indent: indent + 2)
            case .array(let elements) where !elements.isEmpty:
                text += "\n"
                write(elements, indent: indent + 2)
            case .string(let string): text += " " + scalar(string, indent: indent + 2) + "\n"
            default: text += " " + value.compactText + "\n"
            }
        }

        private func key(_ key: String) -> String {
            isPlain(key) ? key : Self.quoted(key)
        }

        /// A block where the text has lines of its own, plain where nothing can be mistaken, in quotes else.
        private func scalar(_ string: String, indent: Int) -> String {
            if isBlock(string) {
                let lead = String(repeating: " ", count: indent)
                let body = string.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
                return "|\n" + body.map { $0.isEmpty ? "" : lead + $0 }.joined(separator: "\n")
            }
            return isPlain(string) ? string : Self.quoted(string)
        }

        /// Lines that end as a block's do, none of which begins or ends with white space.
        private func isBlock(_ string: String) -> Bool {
            guard string.hasSuffix("\n"), string.count > 1, !string.hasSuffix("\n\n"), !string.hasPrefix("\n") else {
                return false
            }
            let isPrintable = string.unicodeScalars.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) }
            return isPrintable
                && string.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") }
        }

        /// As JSON has it, with what YAML takes for a line's end or refuses to print written by number.
        private static func quoted(_ string: String) -> String {
            var text = String.UnicodeScalarView()
            for scalar in JSON.string(string).compactText.unicodeScalars {
                switch scalar.value {
                case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                    let digits = String(scalar.value, radix: 16)
                    text.append(
                        contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
                default: text.append(scalar)
                }
            }
            return String(text)
        }

        private func isPlain(_ string: String) -> Bool {
            guard let first = string.utf8.first, isLetter(first), string.utf8.allSatisfy(isPlainByte),
                !string.hasSuffix(" ")
            else { return false }
            return !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(string.lowercased())
        }

        private func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        }

        private func isPlainByte(_ byte: UInt8) -> Bool {
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/")]
                    .contains(byte)
        }
    }
}
