/// A word of up to sixteen bytes, none of them zero.
struct ShortWord: Hashable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    /// More than sixteen where the word is too long to be held.
    private(set) var length = 0

    static let longest = 16

    init() {}

    /// - Returns: `nil` for a word that is too long.
    init?(_ bytes: UnsafePointer<CChar>, _ length: Int) {
        guard length <= Self.longest else { return nil }
        for place in 0..<length { append(UInt8(bitPattern: bytes[place])) }
    }

    mutating func append(_ byte: UInt8) {
        if length < 8 {
            first |= UInt64(byte) << UInt64(length * 8)
        } else if length < Self.longest {
            second |= UInt64(byte) << UInt64((length - 8) * 8)
        }
        length += 1
    }

    /// A number in which similar words lie far apart.
    var spread: Int {
        let mixed = (first ^ (second &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    func withBytes<T>(_ body: (UnsafePointer<CChar>?, CInt) -> T) -> T {
        withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) {
            body($0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(length))
        }
    }
}

/// The stems of words that a text index met, since a language has few words and a site says them over and over.
final class StemMemory {
    /// So many bytes go by before anything is kept: a small site is made sooner without.
    private static let warmUp = 50_000
    private static let places = 8192

    private struct Entry {
        var word = ShortWord()
        var stem = ShortWord()
    }

    private var bytesSeen = 0
    private var entries: [Entry] = []
    private var kept = 0

    /// Whether stems are kept and looked for by now; text goes by.
    func isWorthwhile(for length: Int) -> Bool {
        guard entries.isEmpty else { return true }
        bytesSeen += length
        guard bytesSeen > Self.warmUp else { return false }
        entries = Array(repeating: Entry(), count: Self.places)
        return true
    }

    func stem(of word: ShortWord) -> ShortWord? {
        guard word.length <= ShortWord.longest else { return nil }
        let entry = entries[place(of: word)]
        return entry.word == word ? entry.stem : nil
    }

    /// Beyond half of the places no more is kept: the words that come most came early.
    func keep(_ stem: ShortWord, of word: ShortWord) {
        guard word.length <= ShortWord.longest, kept < Self.places / 2 else { return }
        entries[place(of: word)] = Entry(word: word, stem: stem)
        kept += 1
    }

    /// Where the word is, or would be.
    private func place(of word: ShortWord) -> Int {
        var place = word.spread & (Self.places - 1)
        while entries[place].word.length > 0, entries[place].word != word { place = (place + 1) & (Self.places - 1) }
        return place
    }
}
