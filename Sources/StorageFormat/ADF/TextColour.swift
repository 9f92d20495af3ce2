import ConfluenceWire

/// The colours of text and its ground: `rgb(…)` in storage, `#rrggbb` in documents.
enum TextColour {
    static func marks(_ rules: [(name: String, value: String)]) -> [JSON] {
        rules.compactMap { rule in
            let type =
                switch rule.name {
                case "color": "textColor"
                case "background-color": "backgroundColor"
                default: ""
                }
            guard !type.isEmpty, let colour = hexadecimal(rule.value) else { return nil }
            return ["type": .string(type), "attrs": ["color": .string(colour)]]
        }
    }

    static func hexadecimal(_ value: String) -> String? {
        if value.hasPrefix("#") { return value.lowercased() }
        guard value.hasPrefix("rgb("), value.hasSuffix(")") else { return nil }
        let parts = value.dropFirst(4).dropLast().split(separator: ",").compactMap {
            UInt8(String($0).trimmingSpaces())
        }
        guard parts.count == 3 else { return nil }
        return "#" + parts.map { UInt32($0).hexadecimal(digits: 2).lowercased() }.joined()
    }

    /// `#bf2600` as `rgb(191,38,0)`; what is no such colour stays as it is.
    static func rgb(_ colour: String) -> String {
        guard colour.hasPrefix("#"), colour.count == 7, let value = UInt32(colour.dropFirst(), radix: 16) else {
            return colour
        }
        return "rgb(\(value >> 16),\(value >> 8 & 0xFF),\(value & 0xFF))"
    }
}
