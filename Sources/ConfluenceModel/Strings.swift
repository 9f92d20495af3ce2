extension String {
    /// The text without white space, control and zero-width characters at its two ends.
    public func trimmingEdges() -> String {
        // What properties characters have takes long to find out, and most texts begin and end with plain letters.
        if let first = utf8.first, let last = utf8.last, [first, last].allSatisfy({ (0x21...0x7E).contains($0) }) {
            return self
        }
        let scalars = Array(unicodeScalars)
        guard let first = scalars.firstIndex(where: { !$0.isStray }),
            let last = scalars.lastIndex(where: { !$0.isStray })
        else { return "" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[first...last])
        return String(view)
    }
}

extension StringProtocol {
    /// Whether the bytes of another text stand somewhere in this one.
    ///
    /// The standard library's `contains` compares letters, which takes many times as long.
    package func holds(_ part: some StringProtocol) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { text in
            part.utf8.withContiguousStorageIfAvailable { Self.isIn($0, text) }
        }
        return found.flatMap(\.self) ?? contains(part)
    }

    private static func isIn(_ part: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        for start in 0...(text.count - part.count)
        where text[start] == first && text[start..<start + part.count].elementsEqual(part) {
            return true
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Whether the character is blank or can't be seen: white space, control, format and zero-width characters.
    public var isStray: Bool {
        switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: properties.isWhitespace
        }
    }
}

extension String {
    /// Whether a regular expression, known to be one, matches anywhere in the text.
    package func hasMatch(for pattern: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return false }
        return firstMatch(of: regex) != nil
    }
}
