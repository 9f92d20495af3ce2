import GRDB

/// Cuts text into English word stems, so that `deploy` finds `deploys` and `Deployment`.
///
/// SQLite's own stemmer takes `deploy` to `deploi` but `deployment` to `deploy`; this one lets them meet.
final class EnglishTokenizer: FTS5CustomTokenizer {
    static let name = "english"

    /// Before a stem in a query: it is looked for as it stands. Stemmed again, `releas` would be `relea`.
    static let stemMark = "\u{E000}"

    private let stemmer: any FTS5Tokenizer
    private let memory = StemMemory()

    init(db: Database, arguments: [String]) throws {
        stemmer = try db.makeTokenizer(.porter(wrapping: .unicode61(diacritics: .remove)))
    }

    /// Where a stem is to go.
    private struct Receiver {
        let context: UnsafeMutableRawPointer?
        let callback: FTS5TokenCallback
        /// How far into the text the part begins that is stemmed.
        var start: CInt = 0
        /// The stem that came last, where it is a short one.
        var stem: ShortWord?
    }

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        if tokenization.contains(.query), let pText, let mark = Self.mark(of: pText, Int(nText)) {
            return tokenCallback(context, 0, pText + mark, nText - CInt(mark), 0, nText)
        }
        var receiver = Receiver(context: context, callback: tokenCallback)
        guard let pText, memory.isWorthwhile(for: Int(nText)) else {
            return stem(pText, nText, tokenization, &receiver)
        }
        let text = UnsafeRawBufferPointer(start: pText, count: Int(nText))
        guard text.allSatisfy({ $0 < 0x80 }) else { return stem(pText, nText, tokenization, &receiver) }
        return stemFromMemory(text, tokenization, &receiver)
    }

    /// The length of the mark that a text begins with.
    private static func mark(of text: UnsafePointer<CChar>, _ length: Int) -> Int? {
        let mark = stemMark.utf8
        let bytes = UnsafeRawBufferPointer(start: text, count: length)
        return bytes.count > mark.count && bytes.starts(with: mark) ? mark.count : nil
    }

    /// The same stems as SQLite's, found again for words that came before.
    private func stemFromMemory(
        _ text: UnsafeRawBufferPointer, _ tokenization: FTS5Tokenization, _ receiver: inout Receiver
    ) -> CInt {
        var place = 0
        while place < text.count {
            guard ASCIIWord.holds(text[place]) else {
                place += 1
                continue
            }
            let start = place
            var word = ShortWord()
            while place < text.count, ASCIIWord.holds(text[place]) {
                word.append(ASCIIWord.lowercased(text[place]))
                place += 1
            }
            let code =
                if let stem = memory.stem(of: word) {
                    stem.withBytes { receiver.callback(receiver.context, 0, $0, $1, CInt(start), CInt(place)) }
                } else {
                    learn(word, UnsafeRawBufferPointer(rebasing: text[start..<place]), start, tokenization, &receiver)
                }
            guard code == 0 else { return code }
        }
        return 0
    }

    private func learn(
        _ word: ShortWord, _ part: UnsafeRawBufferPointer, _ start: Int, _ tokenization: FTS5Tokenization,
        _ receiver: inout Receiver
    ) -> CInt {
        (receiver.start, receiver.stem) = (CInt(start), nil)
        let code = stem(
            part.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(part.count), tokenization, &receiver)
        if let stem = receiver.stem { memory.keep(stem, of: word) }
        return code
    }

    private func stem(
        _ text: UnsafePointer<CChar>?, _ length: CInt, _ tokenization: FTS5Tokenization, _ receiver: inout Receiver
    ) -> CInt {
        withUnsafeMutablePointer(to: &receiver) { receiver in
            // A C function can't capture: what it needs comes to it as its context. Nothing is copied but the rare
            // stem that is changed, since an index is made of very many.
            stemmer.tokenize(context: receiver, tokenization: tokenization, pText: text, nText: length) {
                context, flags, stem, length, start, end in
                guard let receiver = context?.assumingMemoryBound(to: Receiver.self), let stem else { return 0 }
                let (to, callback) = (receiver.pointee.context, receiver.pointee.callback)
                let (start, end) = (start + receiver.pointee.start, end + receiver.pointee.start)
                guard EnglishTokenizer.hasOpenEnding(stem, Int(length)) else {
                    receiver.pointee.stem = ShortWord(stem, Int(length))
                    return callback(to, flags, stem, length, start, end)
                }
                var joined = Array(UnsafeBufferPointer(start: stem, count: Int(length)))
                joined[joined.count - 1] = CChar(UInt8(ascii: "i"))
                receiver.pointee.stem = ShortWord(joined, joined.count)
                return callback(to, flags, joined, length, start, end)
            }
        }
    }

    /// Whether a stem ends in a vowel and a `y`, which the stemmer spells with an `i` elsewhere.
    private static func hasOpenEnding(_ stem: UnsafePointer<CChar>, _ length: Int) -> Bool {
        guard length > 1, UInt8(bitPattern: stem[length - 1]) == UInt8(ascii: "y") else { return false }
        return "aeiou".utf8.contains(UInt8(bitPattern: stem[length - 2]))
    }
}

/// What of ASCII makes words, as SQLite's `unicode61` reads it.
private enum ASCIIWord {
    static func holds(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
