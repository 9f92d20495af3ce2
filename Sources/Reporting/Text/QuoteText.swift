import ConfluenceModel

/// A quoted line with a mark below the words that are meant, as compilers show source code.
enum QuoteText {
    /// Adds the line, and the mark where the words are known; gives the column of what may stand below.
    static func append(_ quote: Quote, to block: inout TextBlock) -> Int {
        let label =
            switch quote.place {
            case .line(let number): "line \(number)"
            case .entry(let number): "entry \(number)"
            }
        let margin = "  \(label) | "
        let (text, highlight) = fitted(quote, width: block.terminal.width - margin.count)
        let terminal = block.terminal
        let shown = text.printable
        block.line("  " + terminal.styled(label, .cyan) + " | " + shown)
        // Characters that had to be shown as escapes have moved the rest: no mark is better than a wrong one.
        guard !highlight.isEmpty, shown.count == text.count else { return margin.count - 2 }
        let before = String(repeating: " ", count: DisplayWidth.of(text.prefix(highlight.lowerBound)))
        let words = text.dropFirst(highlight.lowerBound).prefix(highlight.count)
        let mark = String(repeating: "^", count: max(1, DisplayWidth.of(words)))
        block.line(
            String(repeating: " ", count: margin.count - 2) + "| " + before + terminal.styled(mark, .bold, .yellow))
        return margin.count - 2
    }

    /// As much of the line as fits, with the words in it.
    private static func fitted(_ quote: Quote, width: Int) -> (String, Range<Int>) {
        let text = Array(quote.text)
        guard text.count > width, width > 8 else { return (quote.text, quote.highlight) }
        let room = width - 2
        let length = min(quote.highlight.count, room)
        let start = min(max(0, quote.highlight.lowerBound - (room - length) / 2), text.count - room)
        let end = start + room
        let lead = start > 0 ? "…" : ""
        let shown = lead + String(text[start..<end]) + (end < text.count ? "…" : "")
        let lower = quote.highlight.lowerBound - start + lead.count
        return (shown, lower..<(lower + length))
    }
}

/// How many columns characters take in a terminal.
enum DisplayWidth {
    static func of(_ text: some Sequence<Character>) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// East Asian wide characters and pictures take two columns, joined marks none.
    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .format
                ? 0 : 1
        }
    }
}
