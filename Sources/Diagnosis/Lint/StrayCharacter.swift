import ConfluenceModel
import ConfluenceWire

/// A character that a person can't see and did not mean to type, with its place in a text.
package struct StrayCharacter: Sendable, Hashable, CustomStringConvertible {
    package var scalar: Unicode.Scalar
    package var place: Place

    package enum Place: Sendable, Hashable {
        case start
        case end
        /// Counted from 1.
        case position(Int)
    }

    /// The characters of a text that should not be there, in their order.
    ///
    /// - Parameter allowsInnerSpaces: Whether a plain space between other characters is meant, as in a password.
    package static func find(in text: String, allowsInnerSpaces: Bool) -> [StrayCharacter] {
        places(in: text, allowsInnerSpaces: allowsInnerSpaces).map(\.character)
    }

    /// The same characters, each with its number among the text's code points.
    static func places(in text: String, allowsInnerSpaces: Bool) -> [(character: StrayCharacter, index: Int)] {
        let scalars = Array(text.unicodeScalars)
        let first = scalars.firstIndex { !$0.isStray } ?? scalars.endIndex
        let last = scalars.lastIndex { !$0.isStray } ?? -1
        return scalars.enumerated().compactMap { index, scalar in
            guard scalar.isStray else { return nil }
            if index < first { return (StrayCharacter(scalar: scalar, place: .start), index) }
            if index > last { return (StrayCharacter(scalar: scalar, place: .end), index) }
            if allowsInnerSpaces, scalar == " " { return nil }
            return (StrayCharacter(scalar: scalar, place: .position(index + 1)), index)
        }
    }

    /// The text without the characters that ``find(in:allowsInnerSpaces:)`` names.
    package static func removed(from text: String, allowsInnerSpaces: Bool) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.trimmingEdges().unicodeScalars
        where !scalar.isStray || (allowsInnerSpaces && scalar == " ") {
            view.append(scalar)
        }
        return String(view)
    }

    /// What people call the character, with its code point: `line feed (U+000A)`.
    package var name: String {
        let code = "U+\(scalar.value.hexadecimal(digits: 4))"
        if let name = Self.names[scalar.value] { return "\(name) (\(code))" }
        return "\(scalar.properties.name?.lowercased() ?? "control character") (\(code))"
    }

    private var article: String { name.first.map { "aeio".contains($0) } == true ? "an" : "a" }

    package var description: String {
        switch place {
        case .start: "\(article) \(name) at the start"
        case .end: "\(article) \(name) at the end"
        case .position(let position): "\(article) \(name) at position \(position)"
        }
    }

    /// Control characters have no name in Unicode, and some names say less than what people call the character.
    private static let names: [UInt32: String] = [
        0x00: "null character", 0x08: "backspace", 0x09: "tab", 0x0A: "line feed", 0x0B: "vertical tab",
        0x0C: "form feed", 0x0D: "carriage return", 0x1B: "escape character", 0x7F: "delete character",
        0x20: "space", 0xA0: "no-break space", 0xAD: "soft hyphen", 0x200B: "zero width space",
        0x200E: "left-to-right mark", 0x200F: "right-to-left mark", 0x2028: "line separator",
        0x2029: "paragraph separator", 0x3000: "ideographic space", 0xFEFF: "byte order mark",
    ]
}
