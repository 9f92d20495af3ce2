package import ConfluenceWire

/// Values as Python writes them, because the toolkit's results and errors hold such texts.
package enum PythonText {
    /// What `str` gives.
    package static func str(_ value: JSON) -> String {
        if case .string(let text) = value { return text }
        return repr(value)
    }

    /// What `repr` gives.
    package static func repr(_ value: JSON) -> String {
        switch value {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let text): quote(text)
        case .array(let elements): "[" + elements.map(repr).joined(separator: ", ") + "]"
        case .object(let object):
            "{" + object.map { "\(quote($0.key)): \(repr($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// A text in the quotes that Python chooses: single ones, unless only they stand in the text.
    private static func quote(_ text: String) -> String {
        let mark: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var quoted = String(mark)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where Character(scalar) == mark: quoted += "\\\(mark)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                quoted += "\\x" + scalar.value.hexadecimal(digits: 2).lowercased()
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + String(mark)
    }
}
