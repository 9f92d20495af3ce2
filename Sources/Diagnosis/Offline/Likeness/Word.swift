/// A word of a text with its place, for those who look at what it tells and not at how it is put.
struct Word: Sendable, Hashable {
    var text: String
    var range: Range<Int>
    /// Words of one number stand in one sentence.
    var sentence: Int

    /// What others may write, too: numbers of one length are alike, but for those that may be a status; what a program has
    /// made nobody else has.
    var common: String? {
        let length = text.unicodeScalars.count
        guard length <= Self.longest else { return nil }
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        if digits == length {
            return digits <= Self.digitsOfStatus ? text : String(repeating: "#", count: min(digits, 6))
        }
        return digits > 0 && length > Self.longestWithDigits ? nil : text
    }

    private static let longest = 20
    private static let longestWithDigits = 8
    private static let digitsOfStatus = 3
}

/// Cuts a folded text into words; the words of addresses are left out, since what they name is no part of the tale.
enum WordReader {
    /// Of a longer text the words at its beginning and its end are read.
    private static let mostWords = 4000

    static func words(of folded: FoldedText, without addresses: [AddressClue] = []) -> [Word] {
        let text = folded.bytes
        let skipped = addresses.map { hostAlone($0, text) }.sorted { $0.lowerBound < $1.lowerBound }
        var nextSkipped = 0
        var words: [Word] = []
        var sentence = 0
        var index = 0
        while index < text.count {
            while nextSkipped < skipped.count, skipped[nextSkipped].upperBound <= index { nextSkipped += 1 }
            if nextSkipped < skipped.count, skipped[nextSkipped].contains(index) {
                index = skipped[nextSkipped].upperBound
                continue
            }
            if let mark = mark(text, index) {
                words.append(Word(text: mark.text, range: index..<(index + mark.length), sentence: sentence))
                index += mark.length
                continue
            }
            guard isLetter(text[index]) else {
                if endsSentence(folded, index) { sentence += 1 }
                index += 1
                continue
            }
            var end = index
            while end < text.count, isLetter(text[end]) || isInner(text, end) { end += 1 }
            words.append(
                Word(text: String(decoding: text[index..<end], as: UTF8.self), range: index..<end, sentence: sentence))
            index = end
        }
        return Ends.of(words, limit: mostWords)
    }

    /// Of words that lead to a host, such as “failed to connect to”, the host alone.
    private static func hostAlone(_ address: AddressClue, _ text: [UInt8]) -> Range<Int> {
        let words = text[address.range]
        guard let blank = words.lastIndex(of: 0x20), blank + 1 < address.range.upperBound else { return address.range }
        return (blank + 1)..<address.range.upperBound
    }

    /// What is no word and tells something: the beginning of a reference to a secret, or of a personal space's key.
    private static func mark(_ text: [UInt8], _ index: Int) -> (text: String, length: Int)? {
        let rest = text[index...].prefix(3)
        if rest.starts(with: "{{".utf8) { return ("braces", 2) }
        if rest.starts(with: "%7e".utf8) { return ("tilde", 3) }
        if rest.first == UInt8(ascii: "~"), let next = rest.dropFirst().first, isLetter(next) { return ("tilde", 1) }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    /// An apostrophe within a word belongs to it, as in “can't”; behind a single letter, as in “l'espace”, it ends one.
    private static func isInner(_ text: [UInt8], _ index: Int) -> Bool {
        guard text[index] == UInt8(ascii: "'"), index + 1 < text.count, index > 1 else { return false }
        return isLetter(text[index + 1]) && isLetter(text[index - 2])
    }

    private static func endsSentence(_ folded: FoldedText, _ index: Int) -> Bool {
        let text = folded.bytes
        guard index + 1 < text.count else { return false }
        if folded.lines[index] != folded.lines[index + 1] { return true }
        return ".!?;:".utf8.contains(text[index]) && text[index + 1] == 0x20
    }
}
