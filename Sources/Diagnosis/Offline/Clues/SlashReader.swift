import ConfluenceModel

/// Finds an address whose scheme has one slash behind it, as `https:/wiki.example`.
enum SlashReader {
    static func clue(in text: FoldedText) -> Clue? {
        for hit in schemes.hits(in: text.bytes) {
            let host = text.bytes[hit.range.upperBound...].prefix(longest)
                .prefix { (97...122).contains($0) || (48...57).contains($0) || ".-".utf8.contains($0) }
            // Within another address it is a part of its path.
            let isWithin = hit.range.lowerBound > 0 && text.bytes[hit.range.lowerBound - 1] == UInt8(ascii: "/")
            guard host.count >= shortest, host.first != UInt8(ascii: "."), !isWithin else { continue }
            return Clue(
                name: "one-slash", strength: .strong, shares: [.malformedAddress: 0.95, .nameNotResolved: 0.05],
                meaning: "the address has one slash behind its scheme, where two belong",
                range: hit.range.lowerBound..<(hit.range.upperBound + host.count), isStatus: false, trust: 1)
        }
        return nil
    }

    private static let schemes = PhraseIndex<Bool>(["https:/", "http:/"].map { (Phrase($0), true) }, wholeWords: true)
    private static let shortest = 3
    private static let longest = 60
}
