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
        return behindHost(in: text, addresses)
    }

    /// A host in an error, with what can be no part of its name right behind.
    private static func behindHost(in text: FoldedText, _ addresses: [AddressClue]) -> Clue? {
        for address in addresses where address.host != nil && address.path.isEmpty && address.owner.mayBeConfigured {
            let rest = text.bytes[address.range.upperBound...]
            let encoded = encodedMarks.first { rest.starts(with: $0) }
            let marks = rest.prefix(longest).prefix { Self.marks.contains($0) && $0 != UInt8(ascii: ")") }
            let next = rest.dropFirst(marks.count).first
            let isWithin = !marks.isEmpty && next.map { "/'\"".utf8.contains($0) } ?? false && !isOpened(address, text)
            guard encoded != nil || isWithin else { continue }
            return Clue(
                name: "trailing-in-quotes", strength: .stated,
                shares: [.trailingCharacters: 0.95, .malformedAddress: 0.05],
                meaning: "what was called ends in a sign that is no part of a host's name",
                range: address.range.lowerBound..<(address.range.upperBound + max(1, encoded?.count ?? marks.count)),
                isStatus: false, trust: 1)
        }
        return nil
    }

    /// Whether a bracket or a quotation mark before the address is what closes behind it, as in a list.
    private static func isOpened(_ address: AddressClue, _ text: FoldedText) -> Bool {
        let start = address.range.lowerBound
        return start > 0 && "<[(|".utf8.contains(text.bytes[start - 1])
    }

    private static let encodedMarks = ["%3e", "%2c", "%3b", "%22", "%29", "%5d", "%27"].map { Array($0.utf8) }
    private static let quotes = Array("\"'".utf8)
    private static let marks = Array(",;)]>|".utf8)
    private static let longest = 3
}

extension AddressClue.Owner {
    fileprivate var mayBeConfigured: Bool { self == .confluence || self == .unknown }
}
