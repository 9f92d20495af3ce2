/// Space keys as the toolkit reads them from its settings and from tool arguments.
package enum SpaceKey {
    private static let placeholders: Set<String> = ["null", "none", "nil", "undefined", "n/a"]

    /// The key without blanks and one pair of quotes; `nil` for an empty key and the words that stand for none.
    package static func normalize(_ text: String?) -> String? {
        guard var text = text?.trimmingWhitespace() else { return nil }
        if text.count >= 2, let first = text.first, first == text.last, "'`\"".contains(first) {
            text = String(text.dropFirst().dropLast()).trimmingWhitespace()
        }
        return text.isEmpty || placeholders.contains(text.lowercased()) ? nil : text
    }

    /// Whether the toolkit takes two keys for the same: capitals don't matter to it.
    static func same(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second, !first.isEmpty else { return false }
        return first.lowercased() == second.lowercased()
    }
}

extension StringProtocol {
    /// The text without white space at its ends, as Python's `strip` leaves it.
    func trimmingWhitespace() -> String {
        let blanks: Set<Unicode.Scalar> = ["\u{1C}", "\u{1D}", "\u{1E}", "\u{1F}"]
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || blanks.contains(scalar) }
        var view = Substring(self).unicodeScalars
        while let first = view.first, isBlank(first) { view.removeFirst() }
        while let last = view.last, isBlank(last) { view.removeLast() }
        return String(view)
    }
}
