import ConfluenceModel

/// A line as it may be shown, built piece by piece: masks for secrets, escapes for what can't be seen.
struct ShownLine {
    private(set) var text = ""
    private(set) var highlights: [Range<Int>] = []
    /// Whether the last piece is a mask, and of what is meant.
    private var masked: Bool?

    /// Always as long, so that it doesn't tell how long the secret is.
    static let mask = "••••••"

    /// Adds what is no part of the value, such as its key.
    mutating func append(_ plain: String) {
        masked = nil
        for scalar in plain.unicodeScalars {
            let isBlank = scalar == " " || scalar == "\t"
            text += isBlank ? " " : scalar.isStray ? Self.escape(scalar) : String(Character(scalar))
        }
    }

    /// Adds one character of the value.
    ///
    /// - Parameters:
    ///   - spelling: How the file writes it; longer than one code point where that is an escape.
    mutating func append(_ scalar: Unicode.Scalar, spelling: [Unicode.Scalar], isMeant: Bool, isSecret: Bool) {
        if isSecret, !scalar.isStray {
            // One mark stands for a whole run.
            if masked != isMeant { append(Self.mask, isMeant: isMeant) }
            masked = isMeant
            return
        }
        masked = nil
        let isEscape = spelling.count > 1
        let isShownAsIs = !scalar.isStray || (scalar == " " && !isMeant)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: isEscape ? spelling : [scalar])
        append(isEscape || isShownAsIs ? String(view) : Self.escape(scalar), isMeant: isMeant)
    }

    private mutating func append(_ piece: String, isMeant: Bool) {
        let start = text.count
        text += piece
        guard isMeant, text.count > start else { return }
        if let last = highlights.last, last.upperBound == start {
            highlights[highlights.count - 1] = last.lowerBound..<text.count
        } else {
            highlights.append(start..<text.count)
        }
    }

    /// A picture of a control character or a blank, and the code point of any other.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0...0x20: Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? ""
        case 0x7F: "␡"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
