/// What is known of the place where a text will be read.
package struct Terminal: Sendable, Hashable {
    /// In columns; lines are broken to stay within it.
    package var width: Int
    package var usesColor: Bool

    package init(width: Int = 100, usesColor: Bool = false) {
        self.width = max(40, width)
        self.usesColor = usesColor
    }

    /// How a piece of text stands out.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    /// The text in a style, or as it is where colour was not asked for.
    func styled(_ text: String, _ styles: Style...) -> String {
        guard usesColor, !text.isEmpty else { return text }
        return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}
