import ConfluenceWire

extension JSON {
    /// A text, number or truth value as it is written; `nil` for lists, objects and null.
    var plainText: String? {
        switch self {
        case .string(let text): text
        case .integer, .number, .bool: compactText
        case .null, .array, .object: nil
        }
    }

    /// The value on one line, with its middle left out where it is long.
    var briefText: String { compactText.shortened(to: 160) }

    /// A text that is itself JSON as the value that it writes, as many tools answer; other values as they are.
    var structure: JSON {
        guard let text = stringValue, let first = text.first(where: { !$0.isWhitespace }), "[{".contains(first)
        else { return self }
        return (try? JSONReader.read(text)) ?? self
    }

    /// The value with the members of all its objects in the order of their keys.
    var sorted: JSON {
        switch self {
        case .array(let elements): return .array(elements.map(\.sorted))
        case .object(let object):
            var sorted = JSONObject()
            for member in object.members.sorted(by: { $0.key < $1.key }) {
                sorted.append(member.key, member.value.sorted)
            }
            return .object(sorted)
        default: return self
        }
    }
}

extension String {
    /// The text with its middle left out where it has more characters than that.
    func shortened(to limit: Int) -> String {
        count <= limit ? self : "\(prefix(limit * 2 / 3)) … \(suffix(limit / 3))"
    }
}
