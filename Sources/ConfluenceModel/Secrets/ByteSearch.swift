/// Finds any of several words in a text in one pass over its bytes.
package struct ByteSearch: Sendable, Hashable {
    private let words: [[UInt8]]
    private let shortest: Int
    /// The first two bytes of every word, as bits of their hash: most places of a text are no beginning.
    private let beginnings: Bits

    /// - Parameter words: Those of fewer than two bytes are left out.
    package init(_ words: [[UInt8]]) {
        self.words = words.filter { $0.count >= 2 }
        shortest = self.words.map(\.count).min() ?? 0
        var beginnings = Bits()
        for word in self.words { beginnings.insert(Self.hash(word[0], word[1])) }
        self.beginnings = beginnings
    }

    /// Where words stand, in the order of the text; those that overlap are one place.
    package func places(in text: String) -> [Range<Int>] {
        guard !words.isEmpty else { return [] }
        var text = text
        return text.withUTF8(places)
    }

    package func isIn(_ text: String) -> Bool { !places(in: text).isEmpty }

    private func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        guard bytes.count >= shortest else { return [] }
        for start in 0...(bytes.count - shortest)
        where beginnings.contains(Self.hash(bytes[start], bytes[start + 1])) {
            guard let length = longestWord(at: start, of: bytes) else { continue }
            if let last = found.last, start < last.upperBound {
                found[found.count - 1] = last.lowerBound..<max(last.upperBound, start + length)
            } else {
                found.append(start..<start + length)
            }
        }
        return found
    }

    private func longestWord(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let rest = bytes[start...]
        var longest: Int?
        for word in words where word.count > longest ?? 0 && word[0] == bytes[start] && rest.starts(with: word) {
            longest = word.count
        }
        return longest
    }

    private static func hash(_ first: UInt8, _ second: UInt8) -> UInt8 {
        first ^ (second &* 31)
    }

    /// A set of bytes.
    ///
    /// Four words and no `SIMD4`: a value that must lie at a multiple of 32 bytes makes the task allocator of Swift 6.3
    /// abort ("freed pointer was not the last allocation") where an async function keeps it across an await.
    private struct Bits: Sendable, Hashable {
        private var first: UInt64 = 0
        private var second: UInt64 = 0
        private var third: UInt64 = 0
        private var fourth: UInt64 = 0

        mutating func insert(_ byte: UInt8) {
            let bit: UInt64 = 1 << (byte & 63)
            switch byte >> 6 {
            case 0: first |= bit
            case 1: second |= bit
            case 2: third |= bit
            default: fourth |= bit
            }
        }

        func contains(_ byte: UInt8) -> Bool {
            let word =
                switch byte >> 6 {
                case 0: first
                case 1: second
                case 2: third
                default: fourth
                }
            return word & (1 << (byte & 63)) != 0
        }
    }
}
