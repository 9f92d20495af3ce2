/// Finds any of several words in a text in one pass over its bytes.
package struct ByteSearch: Sendable, Hashable {
    private let words: [[UInt8]]
    private let shortest: Int
    /// The first two bytes of every word, as bits of their hash: most places of a text are no beginning.
    private let beginnings: SIMD4<UInt64>

    /// - Parameter words: Those of fewer than two bytes are left out.
    package init(_ words: [[UInt8]]) {
        self.words = words.filter { $0.count >= 2 }
        shortest = self.words.map(\.count).min() ?? 0
        var bits = SIMD4<UInt64>()
        for word in self.words {
            let hash = Self.hash(word[0], word[1])
            bits[Int(hash >> 6)] |= 1 << (hash & 63)
        }
        beginnings = bits
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
        for start in 0...(bytes.count - shortest) where isBeginning(bytes[start], bytes[start + 1]) {
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

    private func isBeginning(_ first: UInt8, _ second: UInt8) -> Bool {
        let hash = Self.hash(first, second)
        return beginnings[Int(hash >> 6)] & (1 << (hash & 63)) != 0
    }

    private static func hash(_ first: UInt8, _ second: UInt8) -> UInt64 {
        UInt64(first ^ (second &* 31))
    }
}
