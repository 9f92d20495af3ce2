/// Finds any of many texts in one pass, however many they are.
struct NeedleIndex: Sendable {
    struct Match: Sendable, Hashable {
        var range: Range<Int>
        /// The number of what was found, in the order of its adding.
        var needle: Int
    }

    private var needles: [[UInt8]] = []
    private var known: Set<[UInt8]> = []
    /// The needles that begin with two bytes, in the place of those two.
    private var starts: [[Int]] = Array(repeating: [], count: 1 << 16)
    private let ignoresCase: Bool

    init(ignoringCase: Bool = false) {
        ignoresCase = ignoringCase
    }

    var count: Int { needles.count }

    /// - Returns: Whether it was not known before; shorter texts than two bytes are not taken.
    @discardableResult
    mutating func insert(_ text: String) -> Bool {
        let needle = Array((ignoresCase ? text.lowercased() : text).utf8)
        guard needle.count >= 2, known.insert(needle).inserted else { return false }
        starts[Int(needle[0]) << 8 | Int(needle[1])].append(needles.count)
        needles.append(needle)
        return true
    }

    /// Every place of every needle, also where they overlap, in order.
    func matches(in text: [UInt8], from: Int = 0) -> [Match] {
        guard !needles.isEmpty, text.count >= 2 else { return [] }
        let text = ignoresCase ? text.map(Self.lowered) : text
        var matches: [Match] = []
        var index = from
        while index + 1 < text.count {
            for needle in starts[Int(text[index]) << 8 | Int(text[index + 1])] where holds(text, index, needle) {
                matches.append(Match(range: index..<index + needles[needle].count, needle: needle))
            }
            index += 1
        }
        return matches
    }

    /// The places of needles, those that overlap or touch made one; of each the longest needle counts.
    func places(in text: [UInt8]) -> [Match] {
        var places: [Match] = []
        for match in matches(in: text) {
            guard let last = places.last, match.range.lowerBound < last.range.upperBound else {
                places.append(match)
                continue
            }
            let isLonger = needles[match.needle].count > needles[last.needle].count
            places[places.count - 1] = Match(
                range: last.range.lowerBound..<max(last.range.upperBound, match.range.upperBound),
                needle: isLonger ? match.needle : last.needle)
        }
        return places
    }

    private func holds(_ text: [UInt8], _ index: Int, _ needle: Int) -> Bool {
        let needle = needles[needle]
        guard index + needle.count <= text.count else { return false }
        for offset in 2..<max(needle.count, 2) where text[index + offset] != needle[offset] { return false }
        return true
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
