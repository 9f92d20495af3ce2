import ConfluenceModel

/// Finds an address that was copied together with what stood behind it: inside its quotation marks it ends in a comma or a
/// bracket.
enum TrailingReader {
    static func clue(in text: FoldedText, _ addresses: [AddressClue]) -> Clue? {
        for address in addresses where address.host != nil && address.owner.mayBeConfigured {
            let start = address.range.lowerBound
            guard start > 0, quotes.contains(text.bytes[start - 1]) else { continue }
            let rest = text.bytes[address.range.upperBound...].prefix(longest + 1).prefix { marks.contains($0) }
            let end = address.range.upperBound + rest.count
            guard (1...longest).contains(rest.count), end < text.bytes.count,
                text.bytes[end] == text.bytes[start - 1]
            else { continue }
            return Clue(
                name: "trailing-in-quotes", strength: .strong,
                shares: [.trailingCharacters: 0.94, .malformedAddress: 0.06],
                meaning:
                    "the configured address ends in “\(String(decoding: rest, as: UTF8.self))”, which is no part of it",
                range: address.range.lowerBound..<end, isStatus: false, trust: 1)
        }
        return nil
    }

    private static let quotes = Array("\"'".utf8)
    private static let marks = Array(",;)]>|".utf8)
    private static let longest = 3
}

extension AddressClue.Owner {
    fileprivate var mayBeConfigured: Bool { self == .confluence || self == .unknown }
}
