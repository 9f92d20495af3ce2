import ConfluenceModel

/// Reads the space key that a text says was asked for: what no key looks like is a name, and gives its cause away.
enum SpaceKeyReader {
    /// The clue that a name, or more than the key, stands where a key belongs; only of weight beside an error.
    static func clue(in text: FoldedText) -> Clue? {
        for hit in leads.hits(in: text.bytes) {
            let value = hit.name == .address ? addressValue(text, hit.range) : proseValue(text, hit.range)
            guard let value else { continue }
            if isKeyAndMore(value, text.capitals[hit.range.upperBound...]) {
                return Clue(
                    name: "key-and-more", strength: .strong, shares: [.spaceKeyCharacters: 0.82, .spaceNotFound: 0.18],
                    meaning: "what was asked for as a space's key, “\(value)”, holds more than the key",
                    range: hit.range, isStatus: false, trust: 1)
            }
            guard isName(value) else { continue }
            return Clue(
                name: "space-name", strength: .strong, shares: [.spaceNameForKey: 0.86, .spaceNotFound: 0.14],
                meaning: "what was asked for as a space's key, “\(value)”, looks like its name: a key has no blanks",
                range: hit.range, isStatus: false, trust: 1)
        }
        return nil
    }

    /// The clue that a personal space's key was given without its tilde, with which it stands elsewhere in the text.
    static func personal(in text: FoldedText) -> Clue? {
        var looked: Set<String> = []
        for hit in leads.hits(in: text.bytes) where looked.count < mostLooks {
            let value = hit.name == .address ? addressValue(text, hit.range) : proseValue(text, hit.range)
            guard let value, looked.insert(value).inserted, value.count >= 3,
                value.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) }),
                text.bytes.firstRange(of: Array("~\(value)".utf8)) != nil
            else { continue }
            return Clue(
                name: "personal-key", strength: .strong, shares: [.personalSpaceKey: 0.92, .spaceNotFound: 0.08],
                meaning:
                    "“\(value)” was asked for, and elsewhere it has the tilde with which a personal space's key begins",
                range: hit.range, isStatus: false, trust: 1)
        }
        return nil
    }

    /// What was filled into a field that is called “space key”, where it is spelt like a name or holds more than a key.
    static func field(in text: FoldedText) -> Clue? {
        for hit in fields.hits(in: text.bytes) {
            guard let (value, start) = fieldValue(text, hit.range), text.capitals[start] else { continue }
            if isKeyAndMore(value, text.capitals[start...]) {
                return Clue(
                    name: "key-and-more", strength: .strong,
                    shares: [.spaceKeyCharacters: 0.82, .spaceNameForKey: 0.18],
                    meaning: "what stands in the field of the space's key, “\(value)”, holds more than the key",
                    range: hit.range, isStatus: false, trust: 1)
            }
            let last = value.lastIndex(of: " ").map { value[value.index(after: $0)...].utf8.count } ?? 0
            guard isName(value), text.capitals[start + value.utf8.count - last] else { continue }
            return Clue(
                name: "space-name", strength: .strong, shares: [.spaceNameForKey: 0.86, .spaceNotFound: 0.14],
                meaning:
                    "what stands in the field of the space's key, “\(value)”, looks like its name: a key has no blanks",
                range: hit.range, isStatus: false, trust: 1)
        }
        return nil
    }

    private static let fields = PhraseIndex<Bool>(
        [
            "space key", "spacekey", "space keys", "bereichsschlüssel", "clé d'espace", "clé de l'espace",
            "clave del espacio", "スペースキー",
        ]
        .map { (Phrase($0), true) })

    /// How far behind its field's name a value may begin.
    private static let reachOfField = 30

    private static func fieldValue(_ text: FoldedText, _ name: Range<Int>) -> (String, Int)? {
        let line = text.lines[name.lowerBound]
        var start = name.upperBound
        while start + 2 < text.bytes.count, start - name.upperBound < reachOfField, text.lines[start] == line {
            let byte = text.bytes[start]
            let isQuote = byte == UInt8(ascii: "\"") && text.bytes[start - 1] == 0x20
            let isMark = (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")) && text.bytes[start + 1] == 0x20
            guard isQuote || isMark else {
                start += 1
                continue
            }
            start += 1
            while start < text.bytes.count, text.bytes[start] == 0x20 || "\"'".utf8.contains(text.bytes[start]) {
                start += 1
            }
            var end = start
            while end < text.bytes.count, end - start < longest, text.lines[end] == line,
                !"\"'<>,;{[".utf8.contains(text.bytes[end])
            {
                end += 1
            }
            while end > start, " .".utf8.contains(text.bytes[end - 1]) { end -= 1 }
            return end > start ? (String(decoding: text.bytes[start..<end], as: UTF8.self), start) : nil
        }
        return nil
    }

    private enum Place: Sendable, Hashable {
        case address
        /// In a sentence, to the end of its line or to what follows it.
        case prose
    }

    private static let leads = PhraseIndex<Place>(
        ["spacekey=", "space-key=", "space.key=", "/rest/api/space/"].map { (Phrase($0), .address) }
            + [
                "no space with key : ", "no space with key: ", "no space found with key : ",
                "no space found with key: ", "no space with key '", "batch failed with space ",
                "space with key '", "space with key \"", "space key: '", "space key '", "space_key='", "space_key=\"",
                "space '", "space \"", "space='", "space=\"", "space = '", "space = \"", "--spacekey ", "--space-key ",
                "spacekey: '", "spacekey='", "spacekey=\"", "spacekey\": \"", "space_key\": \"", "get_space('",
                "get_space(\"",
                "get_page_id('", "get_page_id(\"", "get_page_by_title('", "get_page_by_title(\"", "create_page('",
                "create_page(\"", "pages_from_space('", "pages_from_space(\"",
            ].map { (Phrase($0), .prose) })

    private static let longest = 60
    /// The whole text is searched for each of so many keys.
    private static let mostLooks = 8

    private static func addressValue(_ text: FoldedText, _ lead: Range<Int>) -> String? {
        let value = text.bytes[lead.upperBound...].prefix(longest)
            .prefix { $0 > 0x20 && !"&?/\"'<>,;)]} ".utf8.contains($0) }
        return String(decoding: value, as: UTF8.self).replacing("%20", with: " ").replacing("+", with: " ")
    }

    private static func proseValue(_ text: FoldedText, _ lead: Range<Int>) -> String? {
        let quote = text.bytes[lead.upperBound - 1]
        let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
        let line = text.lines[lead.lowerBound]
        var end = lead.upperBound
        while end < text.bytes.count, end - lead.upperBound < longest, text.lines[end] == line {
            if isQuoted ? text.bytes[end] == quote : "\"'<>,;({[".utf8.contains(text.bytes[end]) { break }
            end += 1
        }
        let rest = String(decoding: text.bytes[lead.upperBound..<end], as: UTF8.self)
        // What follows the key in the sentences of known clients.
        let sentence = [" at offset", " for url", " in ", " -> "].compactMap { rest.firstRange(of: $0)?.lowerBound }
            .min()
        return String(sentence.map { rest[..<$0] } ?? rest[...])
    }

    /// Whether the address of a space or page stands where its key belongs.
    static func link(in text: FoldedText) -> Clue? {
        guard let hit = links.hits(in: text.bytes).first else { return nil }
        return Clue(
            name: "key-and-more", strength: .stated, shares: [.spaceKeyCharacters: 0.94, .spaceNotFound: 0.06],
            meaning: "an address stands in the field of the space's key", range: hit.range, isStatus: false, trust: 1)
    }

    private static let links = PhraseIndex<Bool>(
        ["space_key", "spacekey", "space-key", "space key"].flatMap { name in
            [": \"http", "\": \"http", "=\"http", "=http", ": http", " = \"http"].map { (Phrase(name + $0), true) }
        })

    /// Whether a key in capitals is followed by what can't be part of it: a path, a query, or the space's name.
    private static func isKeyAndMore(_ value: String, _ capitals: ArraySlice<Bool>) -> Bool {
        let key = value.prefix { $0.isLetter }
        let rest = value.dropFirst(key.count)
        guard (2...12).contains(key.count), !capitals.prefix(key.utf8.count).contains(false) else { return false }
        return ["/", "?", " - ", " – ", " ("].contains { rest.hasPrefix($0) } && rest.contains { $0.isLetter }
    }

    /// Whether it is of two words or more, each beginning with a letter, as keys never are.
    private static func isName(_ value: String) -> Bool {
        let words = value.split(separator: " ")
        return (2...6).contains(words.count) && !value.hasPrefix("~")
            && words.allSatisfy { word in word.first?.isLetter ?? false || ["&", "-"].contains(word) }
            && !words.contains { ["and", "or", "does", "not", "is", "was", "key", "could"].contains($0) }
    }
}
