/// Converts the marks inside one line of wiki markup: emphasis, links, images, line breaks.
struct WikiInline {
    private let characters: [Character]
    private var index = 0
    private var storage = ""
    /// Marks that are open around this text; none opens inside itself.
    private let active: Set<Character>
    /// Marks of which no closing one is left on the line, so that nobody looks for it again.
    private var exhausted: Set<Character> = []

    /// How far the end of a link or image is looked for; without a bound, a row of `[` would cost its square.
    private static let longestContent = 1000

    private static let tags: [Character: String] = [
        "*": "strong", "_": "em", "-": "del", "+": "u", "^": "sup", "~": "sub",
    ]

    private init(_ characters: [Character], active: Set<Character>) {
        self.characters = characters
        self.active = active
    }

    static func convert(_ text: String) -> String {
        convert(Array(text), active: [])
    }

    private static func convert(_ characters: [Character], active: Set<Character>) -> String {
        var inline = WikiInline(characters, active: active)
        return inline.convert()
    }

    private mutating func convert() -> String {
        while index < characters.count {
            let character = characters[index]
            switch character {
            case "\\": convertBackslash()
            case "[" where convertLink(): break
            case "!" where convertImage(): break
            case "{" where convertMonospaced(): break
            case _ where Self.tags[character] != nil && convertEmphasis(character): break
            default:
                storage += Markup.escape(String(character))
                index += 1
            }
        }
        return storage
    }

    private mutating func convertBackslash() {
        guard let next = character(at: index + 1) else {
            storage += "\\"
            index += 1
            return
        }
        storage += next == "\\" ? "<br />" : Markup.escape(String(next))
        index += 2
    }

    private mutating func convertEmphasis(_ mark: Character) -> Bool {
        guard !active.contains(mark), !exhausted.contains(mark), let tag = Self.tags[mark],
            let after = character(at: index + 1), !after.isWhitespace, after != mark,
            character(at: index - 1).map({ !$0.isLetter && !$0.isNumber }) ?? true
        else { return false }
        guard let end = closing(mark, from: index + 2) else {
            exhausted.insert(mark)
            return false
        }
        let inner = Self.convert(Array(characters[(index + 1)..<end]), active: active.union([mark]))
        storage += "<\(tag)>\(inner)</\(tag)>"
        index = end + 1
        return true
    }

    private func closing(_ mark: Character, from start: Int) -> Int? {
        var place = start
        while place < characters.count {
            if characters[place] == mark, !characters[place - 1].isWhitespace, characters[place - 1] != "\\",
                character(at: place + 1).map({ !$0.isLetter && !$0.isNumber }) ?? true
            {
                return place
            }
            place += 1
        }
        return nil
    }

    private mutating func convertMonospaced() -> Bool {
        guard character(at: index + 1) == "{", !exhausted.contains("}") else { return false }
        var end = index + 2
        while end + 1 < characters.count, !(characters[end] == "}" && characters[end + 1] == "}") { end += 1 }
        guard end + 1 < characters.count else {
            exhausted.insert("}")
            return false
        }
        storage += "<code>" + Markup.escape(String(characters[(index + 2)..<end])) + "</code>"
        index = end + 2
        return true
    }

    private mutating func convertLink() -> Bool {
        guard let content = content(upTo: "]") else { return false }
        let parts = content.split(separator: "|", omittingEmptySubsequences: false)
        let target = String(parts.count > 1 ? parts[1] : parts[0]).trimmingSpaces()
        guard !target.isEmpty else { return false }
        storage += WikiLink(target: target, text: parts.count > 1 ? String(parts[0]) : nil).storage
        index += content.count + 2
        return true
    }

    private mutating func convertImage() -> Bool {
        guard let content = content(upTo: "!"), let first = content.first, !first.isWhitespace,
            let source = content.split(separator: "|").first.map(String.init), source.contains("."),
            !source.contains(" ")
        else { return false }
        let value = Markup.escapeAttribute(source)
        storage +=
            source.contains("://")
            ? "<ac:image><ri:url ri:value=\"\(value)\" /></ac:image>"
            : "<ac:image><ri:attachment ri:filename=\"\(value)\" /></ac:image>"
        index += content.count + 2
        return true
    }

    /// What stands between the current character and the next one of that kind.
    private mutating func content(upTo end: Character) -> String? {
        guard !exhausted.contains(end) else { return nil }
        let window = characters[(index + 1)...].prefix(Self.longestContent)
        guard let place = window.firstIndex(of: end) else {
            if window.endIndex == characters.endIndex { exhausted.insert(end) }
            return nil
        }
        return String(characters[(index + 1)..<place])
    }

    private func character(at place: Int) -> Character? {
        characters.indices.contains(place) ? characters[place] : nil
    }
}
