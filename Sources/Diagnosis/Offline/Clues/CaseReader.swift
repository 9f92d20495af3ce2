import ConfluenceModel

/// Finds what a text spells in two ways that differ by their capitals: a space's key, or a page's title in quotes.
enum CaseReader {
    static func clues(in text: FoldedText) -> [Clue] {
        guard !misses.hits(in: text.bytes).isEmpty else { return [] }
        // Whoever asks in the wrong space finds no title there, however it is written.
        return [key(in: text) ?? title(in: text)].compactMap(\.self)
    }

    /// What is said where something wasn't found, or is there already.
    private static let misses = PhraseIndex<Bool>(
        [
            "0 found", "not found", "nothing", "no results", "no space", "empty", "0 pages", "0 results", "404",
            "doesn't exist", "does not exist", "0 documents", "0 hits", "no page", "already exists", "none",
            "no documents", "optimistic locking", "conflict", "size 0", "\"size\":0", "not find", "can't find",
            "cannot find", "without result", "0 件",
            "見つかり", "存在しま", "nothing found",
        ].map { (Phrase($0), true) })

    private static let leads = PhraseIndex<Bool>(
        [
            "space ", "space=", "space = ", "space: ", "spacekey=", "spacekey: ", "space_key=", "space_key = ",
            "space_key: ", "space-key ", "space key ", "space key: ", "space_key\": ", "spacekey\": ", "/space/",
            "key: ",
            "get_space(", "get_page_id(", "get_page_by_title(", "create_page(", "pages_from_space(",
            "the key ", "with key : ", "with key: ", "スペースキーを「", "スペースキー「", "スペースキー \"",
        ].map { (Phrase($0), true) })

    private static func key(in text: FoldedText) -> Clue? {
        var small: [(word: ArraySlice<UInt8>, range: Range<Int>)] = []
        for hit in leads.hits(in: text.bytes) {
            var start = hit.range.upperBound
            while start < text.bytes.count, "\"'".utf8.contains(text.bytes[start]) { start += 1 }
            let word = text.bytes[start...].prefix { isLetter($0) }
            let range = start..<(start + word.count)
            guard (2...20).contains(word.count), text.capitals[range].contains(false),
                !common.contains(String(decoding: word, as: UTF8.self))
            else { continue }
            small.append((word, range))
        }
        guard !small.isEmpty else { return nil }
        let capital = Set(words(of: text).filter { !text.capitals[$0].contains(false) }.map { text.bytes[$0] })
        guard let found = small.first(where: { capital.contains($0.word) }) else { return nil }
        return clue(
            "key-case", [.spaceKeyCase: 0.92, .spaceNotFound: 0.08], found.range,
            means: "the space's key stands in the text in small letters and in capitals: Confluence tells them apart")
    }

    /// Words that stand in capitals in errors, and in small letters behind “space”.
    private static let common: Set<String> = [
        "not", "found", "with", "key", "name", "does", "that", "is", "id", "wiki", "and", "the", "for", "or", "in",
        "http",
        "get", "error", "api", "by", "exists", "can", "no", "permission", "it", "to", "of",
    ]

    private static func words(of text: FoldedText) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < text.bytes.count {
            let start = index
            while index < text.bytes.count, isLetter(text.bytes[index]) { index += 1 }
            if (2...20).contains(index - start) { words.append(start..<index) }
            if index == start { index += 1 }
        }
        return words
    }

    /// Two words or more between quotation marks, met twice with other capitals.
    private static func title(in text: FoldedText) -> Clue? {
        var known: [ArraySlice<UInt8>: ArraySlice<Bool>] = [:]
        var start = 0
        for index in text.bytes.indices where text.bytes[index] == UInt8(ascii: "\"") {
            let range = start..<index
            start = index + 1
            guard (5...80).contains(range.count), text.lines[range.lowerBound] == text.lines[index] else { continue }
            let words = text.bytes[range]
            guard words.contains(0x20), words.allSatisfy({ isLetter($0) || " -&'.,()".utf8.contains($0) }),
                isLetter(words[range.lowerBound])
            else { continue }
            let capitals = text.capitals[range]
            if let other = known[words], !other.elementsEqual(capitals) {
                return clue(
                    "title-case", [.titleCase: 0.92, .pageMissing: 0.08], range,
                    means: "the title stands in the text with other capitals as well")
            }
            known[words] = capitals
        }
        for words in known.keys where words.contains(0x20) && words.count >= shortestTitle {
            if let clue = elsewhere(words, in: text) { return clue }
        }
        return asked(in: text) ?? nearTitle(in: text)
    }

    private static let queries = PhraseIndex<Bool>(["?title=", "&title="].map { (Phrase($0), true) })

    /// A title that was asked for in an address, once more with other capitals.
    private static func asked(in text: FoldedText) -> Clue? {
        var known: [ArraySlice<UInt8>: ArraySlice<Bool>] = [:]
        for hit in queries.hits(in: text.bytes) {
            let value = text.bytes[hit.range.upperBound...].prefix(80).prefix { $0 > 0x20 && !"&\"'".utf8.contains($0) }
            guard value.count > 3 else { continue }
            let capitals = text.capitals[value.indices]
            if let other = known[value], !other.elementsEqual(capitals) {
                return clue(
                    "title-case", [.titleCase: 0.92, .pageMissing: 0.08], hit.range.lowerBound..<value.endIndex,
                    means: "the title was asked for with other capitals as well")
            }
            known[value] = capitals
        }
        return nil
    }

    private static let shortestTitle = 8

    /// A title in quotation marks that stands without them elsewhere, with two capitals or more that differ.
    private static func elsewhere(_ title: ArraySlice<UInt8>, in text: FoldedText) -> Clue? {
        var start = 0
        while let range = text.bytes[start...].firstRange(of: title) {
            let differing = zip(text.capitals[range], text.capitals[title.indices]).count { $0 != $1 }
            if differing > 1 {
                return clue(
                    "title-case", [.titleCase: 0.92, .pageMissing: 0.08], range,
                    means: "the title stands in the text with other capitals as well")
            }
            start = range.upperBound
        }
        return nil
    }

    /// Two titles in quotation marks that differ in a letter: one of them is misspelt.
    private static func nearTitle(in text: FoldedText) -> Clue? {
        guard text.holds("title") else { return nil }
        var titles: [Range<Int>] = []
        var start = 0
        for index in text.bytes.indices where "\"'".utf8.contains(text.bytes[index]) {
            let range = start..<index
            start = index + 1
            guard (6...60).contains(range.count), titles.count < 40, isLetter(text.bytes[range.lowerBound]),
                text.bytes[range].allSatisfy({ isLetter($0) || " -&.".utf8.contains($0) })
            else { continue }
            for other in titles where isNear(text.bytes[other], text.bytes[range]) {
                return clue(
                    "title-misspelt", [.pageMissing: 0.9, .titleCase: 0.1], range,
                    means: "the title stands in the text once more, with another letter")
            }
            titles.append(range)
        }
        return nil
    }

    /// Whether they differ in one letter, which is not the last: “page” and “pages” are both words.
    private static func isNear(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        guard abs(one.count - other.count) <= 1, !one.elementsEqual(other) else { return false }
        let before = zip(one, other).prefix { $0 == $1 }.count
        let after = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return before >= 3 && after >= 1 && before + after >= max(one.count, other.count) - 1
            && !isLetterlessDifference(one, other, before)
    }

    /// Numbers of a series, as “Sprint 41” and “Sprint 42”, are titles of their own.
    private static func isLetterlessDifference(
        _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, _ before: Int
    ) -> Bool {
        [one, other].contains { words in
            words.dropFirst(before).first.map { !(97...122).contains($0) } ?? true
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80
    }

    private static func clue(
        _ name: String, _ shares: [CauseID: Double], _ range: Range<Int>, means meaning: String
    ) -> Clue {
        Clue(name: name, strength: .stated, shares: shares, meaning: meaning, range: range, isStatus: false, trust: 1)
    }
}
