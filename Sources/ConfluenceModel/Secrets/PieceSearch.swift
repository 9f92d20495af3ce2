/// Finds pieces of secrets in a text: a site that repeats what it was sent may do so in part.
///
/// Of a token eight letters in a row are enough, which nothing else has; of a password, which may hold words, twelve.
package struct PieceSearch: Sendable {
    /// The eight bytes of each window of a secret, with how long a run of them must be.
    private var windows: [UInt64: Int] = [:]

    private static let width = 8
    private static let leastOfTokens = 8
    private static let leastOfPasswords = 12

    package init() {}

    package mutating func insert(_ secret: String) {
        let bytes = Array(secret.utf8)
        // Of a short one, the greater part is no piece; where a secret holds more, such as an e-mail or a whole command, its
        // pieces are nobody's secret.
        guard bytes.count >= 14, bytes.allSatisfy(Self.isPlain) else { return }
        let kinds = bytes.map(Self.kind)
        let isToken = Self.isToken(kinds)
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            guard index + 1 >= Self.width else { continue }
            // A word may stand in the midst of what a program has made, such as an address with marks.
            let isMixed = isToken && Self.changes(kinds[(index + 1 - Self.width)...index]) >= Self.leastChanges
            let least = isMixed ? Self.leastOfTokens : Self.leastOfPasswords
            windows[window] = min(least, windows[window] ?? least)
        }
    }

    /// Where pieces stand, in the order of the text; those that overlap are one place.
    package func places(in text: String) -> [Range<Int>] {
        guard !windows.isEmpty, text.utf8.count >= Self.width else { return [] }
        var found: [Range<Int>] = []
        var (window, run, least) = (UInt64(0), 0, Int.max)
        for (index, byte) in text.utf8.enumerated() {
            window = window << 8 | UInt64(byte)
            guard index + 1 >= Self.width, let needed = windows[window] else {
                run = 0
                continue
            }
            least = run == 0 ? needed : min(least, needed)
            run += 1
            let start = index + 2 - Self.width - run
            if run + Self.width - 1 >= least {
                if let last = found.last, start <= last.upperBound {
                    found[found.count - 1] = min(last.lowerBound, start)..<index + 1
                } else {
                    found.append(start..<index + 1)
                }
            }
        }
        return found
    }

    /// Whether it looks as if a program had made it: large and small letters and digits change places all the time.
    private static func isToken(_ kinds: [UInt8]) -> Bool {
        kinds.count >= 16 && Set(kinds).isSuperset(of: [0, 1, 2]) && changes(kinds[...]) * 5 >= kinds.count * 2
    }

    /// What stands in tokens and in most passwords, and parts no two things.
    private static func isPlain(_ byte: UInt8) -> Bool { kind(of: byte) < 3 || "+/=_-.!#$^*?".utf8.contains(byte) }

    private static let leastChanges = 2

    private static func changes(_ kinds: ArraySlice<UInt8>) -> Int {
        zip(kinds, kinds.dropFirst()).count { $0 != $1 }
    }

    private static func kind(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 0
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 2
        default: 3
        }
    }
}
