import ConfluenceWire

/// Takes the words out of a body.
enum PlainText {
    /// The words in reading order, with one space or line break where a block ends.
    static func text(of nodes: [StorageNode]) -> String {
        var words = Words()
        add(nodes, to: &words)
        return words.text
    }

    private static func add(_ nodes: [StorageNode], to words: inout Words) {
        for node in nodes {
            switch node {
            case .text(let text), .cdata(let text):
                words.add(text)
            case .element(let element):
                // Parameters steer a macro; they are no words of the page.
                if ["ac:parameter", "ac:task-id", "ac:task-uuid", "ac:task-status"].contains(element.name) { continue }
                let isBlock = !inlineElements.contains(element.name)
                if isBlock { words.breakLine() }
                add(element.children, to: &words)
                if element.isMacro, element.macroName == "status" { words.add(element.parameter("title") ?? "") }
                if isBlock { words.breakLine() }
            }
        }
    }

    static let inlineElements: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "q", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "ac:link", "ac:link-body", "ac:plain-text-link-body", "ac:inline-comment-marker", "ac:placeholder",
        "ac:emoticon",
    ]

    /// The text with its white space, as a preformatted block shows it.
    static func verbatim(_ nodes: [StorageNode]) -> String {
        var text = ""
        for node in nodes {
            switch node {
            case .text(let part), .cdata(let part): text += part
            case .element(let element): text += element.name == "br" ? "\n" : verbatim(element.children)
            }
        }
        return text
    }

    /// The text between the tags of a body that can't be parsed.
    static func stripped(_ source: String) -> String {
        var words = Words()
        var isInTag = false
        for part in source.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "<" }) {
            guard isInTag else {
                words.add(resolvingEntities(part))
                isInTag = true
                continue
            }
            words.breakLine()
            guard let end = part.firstIndex(of: ">") else { continue }
            words.add(resolvingEntities(part[part.index(after: end)...]))
        }
        return words.text
    }

    private static func resolvingEntities(_ text: Substring) -> String {
        var resolved = ""
        var isFirst = true
        for part in text.split(separator: "&", omittingEmptySubsequences: false) {
            if isFirst {
                resolved += part
            } else if let end = part.prefix(12).firstIndex(of: ";"),
                let scalar = CharacterEntities.scalar(named: String(part[..<end]))
            {
                resolved.unicodeScalars.append(scalar)
                resolved += part[part.index(after: end)...]
            } else {
                resolved += "&" + part
            }
            isFirst = false
        }
        return resolved
    }
}

/// Gathers text, with white space drawn together.
private struct Words {
    private(set) var text = ""
    private var pending: Character?

    mutating func add(_ part: String) {
        for character in part {
            if character.isWhitespace {
                if pending == nil { pending = " " }
            } else {
                if let pending, !text.isEmpty { text.append(pending) }
                pending = nil
                text.append(character)
            }
        }
    }

    mutating func breakLine() {
        pending = "\n"
    }
}
