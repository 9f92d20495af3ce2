extension String {
    /// The text without any of these characters at its ends.
    func trimming(_ characters: String) -> String {
        trimmingStart(of: characters).trimmingEnd { characters.unicodeScalars.contains($0) }
    }

    func trimmingStart(of characters: String) -> String {
        String(unicodeScalars.drop { characters.unicodeScalars.contains($0) })
    }

    func trimmingWhitespaceAtEnd() -> String {
        trimmingEnd { $0.properties.isWhitespace }
    }

    private func trimmingEnd(_ isUnwanted: (Unicode.Scalar) -> Bool) -> String {
        var view = Substring(self).unicodeScalars
        while let last = view.last, isUnwanted(last) { view.removeLast() }
        return String(view)
    }

    /// The text with each run of blanks and line ends as a single blank.
    func collapsingBlanks() -> String {
        var collapsed = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isBlank = " \t\r\n".unicodeScalars.contains(scalar)
            if !isBlank {
                collapsed.append(scalar)
            } else if collapsed.last != " " {
                collapsed.append(" ")
            }
        }
        return String(collapsed)
    }

    func mappingLines(_ transform: (Substring) -> String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).map(transform).joined(separator: "\n")
    }
}
