import ConfluenceModel

/// A quoted line with a mark below the words that are meant, as compilers show source code.
enum QuoteText {
    /// Adds the line, and the mark where the words are known; gives the column of what may stand below.
    static func append(_ quote: Quote, to block: inout TextBlock) -> Int {
        let label = quote.place.words
        let terminal = block.terminal
        let margin = label.count + 3
        // What has to be shown as escapes takes more room than it did.
        let (text, highlight) = quote.text.replacing("\t", with: " ").printable(keeping: quote.highlight)
        let window = LineWindow(text, highlight.isEmpty ? [] : [highlight], width: terminal.width - margin - 2)
        block.line("  " + terminal.styled(label, .cyan) + " | " + window.text)
        if let marks = window.marks {
            block.line(String(repeating: " ", count: margin) + "| " + terminal.styled(marks, .bold, .yellow))
        }
        return margin
    }
}

extension Quote.Place {
    var words: String {
        switch self {
        case .line(let number): "line \(number)"
        case .entry(let number): "entry \(number)"
        }
    }
}

extension String {
    /// The text with escapes for what can't be shown, and where a range of its characters has gone.
    fileprivate func printable(keeping range: Range<Int>) -> (text: String, range: Range<Int>) {
        let before = String(prefix(range.lowerBound)).printable
        let words = String(dropFirst(range.lowerBound).prefix(range.count)).printable
        let after = String(dropFirst(range.upperBound)).printable
        return (before + words + after, before.count..<(before.count + words.count))
    }
}
