/// Pieces of GitHub-flavoured Markdown, in which no text of a site or a configuration can be more than text.
enum MarkdownText {
    /// One line of text: nothing in it is emphasis, a tag, a link or a mention of somebody.
    static func escape(_ text: String) -> String {
        text.printable.split(whereSeparator: \.isWhitespace).map { word in
            guard let start = word.firstRange(of: "://").map({ wordStart(of: word, before: $0.lowerBound) }) else {
                return escape(word: word)
            }
            // An address is shown as code: as a link, its end would be guessed, and a click would send something.
            let end = word.lastIndex { !".,;:)”’".contains($0) } ?? word.startIndex
            return escape(word: word[..<start]) + code(String(word[start...end]))
                + escape(word: word[word.index(after: end)...])
        }.joined(separator: " ")
    }

    /// A text in code font, by a fence that is longer than any in the text.
    static func code(_ text: String) -> String {
        let text = text.printable.replacing("\n", with: " ")
        let fence = fence(for: text, atLeast: 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return text.isEmpty ? "" : fence + pad + text + pad + fence
    }

    static func block(_ lines: [String]) -> [String] {
        let fence = fence(for: lines.joined(separator: "\n"), atLeast: 3)
        return [fence + "text"] + lines + [fence]
    }

    private static func fence(for text: String, atLeast least: Int) -> String {
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(least, longest + 1))
    }

    private static func wordStart(of word: Substring, before colon: Substring.Index) -> Substring.Index {
        let scheme = word[..<colon].reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.count
        return word.index(colon, offsetBy: -scheme)
    }

    private static func escape(word: Substring) -> String {
        var escaped = ""
        for character in word {
            switch character {
            case "<": escaped += "&lt;"
            case "&": escaped += "&amp;"
            // An empty comment keeps a name behind it from being told, and can't be seen.
            case "@": escaped += "@<!-- -->"
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", ">", "!": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
