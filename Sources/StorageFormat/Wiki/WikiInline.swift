import ConfluenceWire

/// Converts the marks inside one line of wiki markup: emphasis, links, images, emoticons, line breaks.
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
        "*": "strong", "_": "em", "-": "del", "+": "u", "^": "sup", "~": "sub", "?": "cite",
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
            case "&" where keepEntity(): break
            case "-" where convertDash(): break
            case _ where "hfm".contains(character) && convertAddress(): break
            case "?" where self.character(at: index + 1) == "?" && convertEmphasis(character): break
            case "?": literal()
            case _ where ":;(".contains(character) && convertEmoticon(): break
            case _ where Self.tags[character] != nil && convertEmphasis(character): break
            default: literal()
            }
        }
        return storage
    }

    private mutating func literal() {
        storage += Markup.escape(String(characters[index]))
        index += 1
    }

    /// Two backslashes break the line; one takes its meaning from a mark, and stays before letters.
    private mutating func convertBackslash() {
        guard let next = character(at: index + 1), !next.isLetter, !next.isNumber, !next.isWhitespace else {
            literal()
            return
        }
        storage += next == "\\" ? "<br />" : Markup.escape(String(next))
        index += 2
    }

    // MARK: Emphasis

    private mutating func convertEmphasis(_ mark: Character) -> Bool {
        let width = mark == "?" ? 2 : 1
        guard !active.contains(mark), !exhausted.contains(mark), let tag = Self.tags[mark],
            let after = character(at: index + width), !after.isWhitespace, after != mark,
            character(at: index - 1).map({ !$0.isLetter && !$0.isNumber }) ?? true
        else { return false }
        guard let end = closing(mark, width: width, from: index + width + 1) else {
            exhausted.insert(mark)
            return false
        }
        let inner = Self.convert(Array(characters[(index + width)..<end]), active: active.union([mark]))
        storage += "<\(tag)>\(inner)</\(tag)>"
        index = end + width
        return true
    }

    private func closing(_ mark: Character, width: Int, from start: Int) -> Int? {
        var place = start
        while place + width <= characters.count {
            if characters[place] == mark, width == 1 || characters[place + 1] == mark,
                !characters[place - 1].isWhitespace, characters[place - 1] != "\\",
                character(at: place + width).map({ !$0.isLetter && !$0.isNumber }) ?? true
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

    // MARK: Links and images

    private mutating func convertLink() -> Bool {
        guard let content = content(upTo: "]"), let link = WikiLink(content) else { return false }
        storage += link.storage(text: { Self.convert(Array($0), active: active) })
        index += content.count + 2
        return true
    }

    private mutating func convertImage() -> Bool {
        guard let content = content(upTo: "!"), let first = content.first, !first.isWhitespace,
            let image = WikiImage(content)
        else { return false }
        storage += image.storage
        index += content.count + 2
        return true
    }

    /// An address that stands in the text as it is.
    private mutating func convertAddress() -> Bool {
        guard character(at: index - 1).map({ !$0.isLetter && !$0.isNumber }) ?? true else { return false }
        let window = String(characters[index...].prefix(8))
        guard ["http://", "https://", "ftp://", "mailto:"].contains(where: window.hasPrefix) else { return false }
        var end = index
        while let next = character(at: end), !next.isWhitespace, !"|]<>\"".contains(next),
            !WikiMacros.areIn(String(next))
        {
            end += 1
        }
        while end > index, ".,;:!?)'".contains(characters[end - 1]) { end -= 1 }
        let address = String(characters[index..<end])
        guard address.utf8.count > 8 else { return false }
        storage += Markup.openTag("a", [("href", address)]) + Markup.escape(address) + "</a>"
        index = end
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

    // MARK: Small ones

    private mutating func keepEntity() -> Bool {
        let window = characters[(index + 1)...].prefix(10)
        guard let end = window.firstIndex(of: ";"),
            CharacterEntities.scalar(named: String(characters[(index + 1)..<end])) != nil
        else { return false }
        storage += String(characters[index...end])
        index = end + 1
        return true
    }

    /// `--` and `---` between words are dashes.
    private mutating func convertDash() -> Bool {
        let run = characters[index...].prefix(4).prefix { $0 == "-" }.count
        guard run == 2 || run == 3, character(at: index - 1)?.isWhitespace == true,
            character(at: index + run)?.isWhitespace == true
        else { return false }
        storage += run == 2 ? "–" : "—"
        index += run
        return true
    }

    private mutating func convertEmoticon() -> Bool {
        guard character(at: index - 1).map(\.isWhitespace) ?? true else { return false }
        let window = String(characters[index...].prefix(5))
        guard let (text, name) = WikiEmoticons.first(of: window),
            character(at: index + text.count).map({ !$0.isLetter && !$0.isNumber }) ?? true
        else { return false }
        storage += "<ac:emoticon ac:name=\"\(name)\" />"
        index += text.count
        return true
    }

    private func character(at place: Int) -> Character? {
        characters.indices.contains(place) ? characters[place] : nil
    }
}

/// What wiki markup writes as small faces and signs.
enum WikiEmoticons {
    private static let names = [
        (":)", "smile"), (":-)", "smile"), (":(", "sad"), (":-(", "sad"), (":P", "cheeky"), (":p", "cheeky"),
        (":D", "laugh"), (";)", "wink"), (";-)", "wink"), ("(y)", "thumbs-up"), ("(n)", "thumbs-down"),
        ("(i)", "information"), ("(/)", "tick"), ("(x)", "cross"), ("(!)", "warning"), ("(+)", "plus"),
        ("(-)", "minus"), ("(?)", "question"), ("(on)", "light-on"), ("(off)", "light-off"), ("(*)", "yellow-star"),
        ("(*y)", "yellow-star"), ("(*r)", "red-star"), ("(*g)", "green-star"), ("(*b)", "blue-star"),
    ]

    static func first(of text: String) -> (text: String, name: String)? {
        names.first { text.hasPrefix($0.0) }
    }
}
