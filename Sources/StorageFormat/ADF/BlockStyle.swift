import ConfluenceWire

/// What the style of a paragraph or heading says, as documents say it: alignment and indentation.
struct BlockStyle {
    var alignment: String?
    var indentation: Int?

    init(alignment: String? = nil, indentation: Int? = nil) {
        self.alignment = alignment
        self.indentation = indentation
    }

    init(_ style: String?) {
        for rule in StyleRules.read(style) {
            switch (rule.name, rule.value) {
            case ("text-align", "center"): alignment = "center"
            case ("text-align", "right"): alignment = "end"
            case ("margin-left", let width):
                indentation = Double(width.prefix { $0.isNumber || $0 == "." }).map { Int($0 / 30) }
            default: break
            }
        }
    }

    var marks: [JSON] {
        var marks: [JSON] = []
        if let alignment { marks.append(["type": "alignment", "attrs": ["align": .string(alignment)]]) }
        if let indentation, indentation > 0 {
            marks.append(["type": "indentation", "attrs": ["level": .integer(Int64(indentation))]])
        }
        return marks
    }

    /// The style as storage writes it, `nil` where there is nothing to say.
    var css: String? {
        var rules: [String] = []
        if let alignment { rules.append("text-align: \(alignment == "end" ? "right" : alignment);") }
        if let indentation { rules.append("margin-left: \(indentation * 30).0px;") }
        return rules.isEmpty ? nil : rules.joined(separator: " ")
    }
}

/// The rules of a `style` attribute.
enum StyleRules {
    static func read(_ style: String?) -> [(name: String, value: String)] {
        (style ?? "").split(separator: ";").compactMap { rule in
            let parts = rule.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces() }
            return parts.count == 2 ? (parts[0].lowercased(), parts[1]) : nil
        }
    }
}
