/// Finds what long words hold, such as the names of classes or those that a language puts together.
struct WordParts: Sendable {
    /// By their first three bytes.
    private var entries: [UInt32: [(bytes: [UInt8], concept: String)]] = [:]
    private var mayBegin = [Bool](repeating: false, count: 1 << 12)

    private static let anchorLength = 3

    mutating func add(_ part: String, _ concept: String) {
        let bytes = Array(part.utf8)
        guard bytes.count >= Self.anchorLength else { return }
        let anchor = Self.anchor(bytes, 0)
        entries[anchor, default: []].append((bytes, concept))
        mayBegin[Self.slot(anchor)] = true
    }

    func concepts(in word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard bytes.count >= Self.anchorLength else { return [] }
        var found: [String] = []
        for start in 0...(bytes.count - Self.anchorLength) {
            let anchor = Self.anchor(bytes, start)
            guard mayBegin[Self.slot(anchor)], let candidates = entries[anchor] else { continue }
            for entry in candidates where bytes[start...].starts(with: entry.bytes) && !found.contains(entry.concept) {
                found.append(entry.concept)
            }
        }
        return found
    }

    private static func anchor(_ bytes: [UInt8], _ start: Int) -> UInt32 {
        bytes[start..<(start + anchorLength)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func slot(_ anchor: UInt32) -> Int { Int((anchor &* 2_654_435_769) >> 20) }
}
