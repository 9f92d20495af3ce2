/// Words to look for: `*` stands for up to 60 characters, between slashes for those without a blank, `#` for a number, `{one|other}` for either; a blank for a
/// hyphen or an underscore, too.
struct Phrase: Sendable, Hashable {
    private let pieces: [Piece]

    private enum Piece: Sendable, Hashable {
        case words([UInt8])
        case gap(Int)
        /// A part of a path: a gap without a blank.
        case segments(Int)
        case number
        case either([[UInt8]])
    }

    /// The longest run that a `*` stands for.
    private static let gap = 60
    /// The longest run between a subject and one of the things that may be said of it: they are of one sentence.
    private static let gapBeforeChoice = 36
    /// How many bytes a phrase must begin with before its first `*` or `#`, so that it is found by them.
    static let anchorLength = 4

    init(_ text: String) {
        var pieces: [Piece] = []
        var words: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            let choices = Self.choices(rest)
            guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || choices != nil else {
                words.append(rest.removeFirst())
                continue
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = []
            if let choices {
                if case .gap? = pieces.last { pieces[pieces.count - 1] = .gap(Self.gapBeforeChoice) }
                pieces.append(.either(choices.map(Array.init)))
                rest = rest.dropFirst(choices.joined().count + choices.count + 1)
            } else {
                let slash = UInt8(ascii: "/")
                let isPath = rest.dropFirst().first == slash && Self.endsInSlash(pieces)
                pieces.append(
                    byte == UInt8(ascii: "*") ? (isPath ? .segments(Self.gap) : .gap(Self.gap)) : .number)
                rest.removeFirst()
                // The blank before a choice is that before the `*`.
                if byte == UInt8(ascii: "*"), rest.starts(with: " {".utf8) { rest.removeFirst() }
            }
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        self.pieces = pieces
    }

    private static func endsInSlash(_ pieces: [Piece]) -> Bool {
        guard case .words(let words)? = pieces.last else { return false }
        return words.last == UInt8(ascii: "/")
    }

    /// The alternatives with which a text begins; a brace without any is meant as it stands.
    private static func choices(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let choices = text[(text.startIndex + 1)..<end].split(separator: UInt8(ascii: "|"))
        return choices.count > 1 ? choices : nil
    }

    /// The first bytes, by which an index finds the phrase; `nil` where they are too few.
    var anchor: UInt32? {
        guard case .words(let words)? = pieces.first, words.count >= Self.anchorLength else { return nil }
        return words.prefix(Self.anchorLength).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Where the phrase ends if it stands in the text from that place on.
    func end(in text: [UInt8], from start: Int) -> Int? { end(in: text, from: start, piece: 0) }

    private func end(in text: [UInt8], from start: Int, piece: Int) -> Int? {
        guard piece < pieces.count else { return start }
        switch pieces[piece] {
        case .words(let words):
            guard Self.matches(words, text, at: start) else { return nil }
            return end(in: text, from: start + words.count, piece: piece + 1)
        case .number:
            var index = start
            while index < text.count, (48...57).contains(text[index]) { index += 1 }
            return index > start ? end(in: text, from: index, piece: piece + 1) : nil
        case .either(let choices):
            for choice in choices where Self.matches(choice, text, at: start) {
                if let found = end(in: text, from: start + choice.count, piece: piece + 1) { return found }
            }
            return nil
        case .segments(let length):
            var index = start
            while index <= min(text.count, start + length) {
                if let found = end(in: text, from: index, piece: piece + 1) { return found }
                guard index < text.count, text[index] != 0x20 else { return nil }
                index += 1
            }
            return nil
        case .gap(let length):
            // `one * other` stands for “one other”, too: the blank before the gap is the one behind it.
            var index = start > 0 && text[start - 1] == 0x20 && beginsWithBlank(piece + 1) ? start - 1 : start
            while index <= min(text.count, start + length) {
                if let found = end(in: text, from: index, piece: piece + 1) { return found }
                index += 1
            }
            return nil
        }
    }

    private func beginsWithBlank(_ piece: Int) -> Bool {
        guard piece < pieces.count, case .words(let words) = pieces[piece] else { return false }
        return words.first == 0x20
    }

    private static func matches(_ words: [UInt8], _ text: [UInt8], at start: Int) -> Bool {
        guard start + words.count <= text.count else { return false }
        var offset = 0
        while offset < words.count {
            let byte = words[offset]
            let found = text[start + offset]
            guard found == byte || (byte == 0x20 && (found == 0x2D || found == 0x5F)) else { return false }
            offset += 1
        }
        return true
    }
}

/// Finds many phrases in one pass over a text, and says which of the named things each belongs to.
struct PhraseIndex<Name: Hashable & Sendable>: Sendable {
    private let scanner: PhraseScanner
    private let names: [Name]

    struct Hit {
        var name: Name
        var range: Range<Int>
    }

    /// - Parameter wholeWords: Whether a phrase may only begin where a word does: `ENOTFOUND` is no part of
    ///   `ModuleNotFoundError`.
    init(_ named: [(Phrase, Name)], wholeWords: Bool = false) {
        scanner = PhraseScanner(named.map(\.0), wholeWords: wholeWords)
        names = named.map(\.1)
    }

    /// Each phrase where it stands, in the order of the text.
    func hits(in text: [UInt8]) -> [Hit] {
        scanner.hits(in: text).map { Hit(name: names[$0.phrase], range: $0.range) }
    }
}

/// The search itself, which passes over every byte and so is kept plain.
private struct PhraseScanner: Sendable {
    private let phrases: [Phrase]
    private let isWholeWords: Bool
    private var numbers: [UInt32: [Int]] = [:]
    /// A quick look whether any phrase begins with such bytes.
    private var mayBegin = [Bool](repeating: false, count: 1 << 16)

    init(_ phrases: [Phrase], wholeWords: Bool) {
        self.phrases = phrases
        isWholeWords = wholeWords
        for (number, phrase) in phrases.enumerated() {
            guard let anchor = phrase.anchor else { continue }
            numbers[anchor, default: []].append(number)
            mayBegin[Self.slot(anchor)] = true
        }
    }

    private static func slot(_ anchor: UInt32) -> Int {
        Int((anchor &* 2_654_435_769) >> 16)
    }

    func hits(in text: [UInt8]) -> [(phrase: Int, range: Range<Int>)] {
        var hits: [(phrase: Int, range: Range<Int>)] = []
        for start in starts(in: text) {
            if isWholeWords, start > 0, Self.isLetter(text[start]), Self.isLetter(text[start - 1]) { continue }
            let anchor =
                UInt32(text[start]) << 24 | UInt32(text[start + 1]) << 16 | UInt32(text[start + 2]) << 8
                | UInt32(text[start + 3])
            for number in numbers[anchor] ?? [] {
                if let end = phrases[number].end(in: text, from: start) { hits.append((number, start..<end)) }
            }
        }
        return hits
    }

    /// Where some phrase may begin.
    private func starts(in text: [UInt8]) -> [Int] {
        var starts: [Int] = []
        text.withUnsafeBufferPointer { bytes in
            mayBegin.withUnsafeBufferPointer { mayBegin in
                var anchor: UInt32 = 0
                var index = 0
                while index < bytes.count {
                    anchor = anchor << 8 | UInt32(bytes[index])
                    if mayBegin[Int((anchor &* 2_654_435_769) >> 16)], index >= Phrase.anchorLength - 1 {
                        starts.append(index - Phrase.anchorLength + 1)
                    }
                    index &+= 1
                }
            }
        }
        return starts
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}
