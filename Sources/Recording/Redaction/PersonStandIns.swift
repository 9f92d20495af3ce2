/// Puts stand-ins in the place of e-mail addresses, the same for the same address.
struct PersonStandIns: Sendable {
    private static let host = "redacted.example"

    private var numbers: [String: Int] = [:]

    /// The text with each address replaced, in the form `a@b.example` or `a%40b.example`.
    mutating func replace(in text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }) else { return text }
        let bytes = Array(text.utf8)
        var written: [UInt8] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard let mark = Self.mark(bytes, index), let place = Self.address(bytes, from: start, mark) else {
                index += 1
                continue
            }
            let name = String(decoding: bytes[place.lowerBound..<mark.lowerBound], as: UTF8.self)
            let host = String(decoding: bytes[mark.upperBound..<place.upperBound], as: UTF8.self)
            if host != Self.host {
                written += bytes[start..<place.lowerBound]
                written += "person-\(number(of: "\(name)@\(host)"))".utf8
                written += bytes[mark]
                written += Self.host.utf8
                start = place.upperBound
            }
            index = place.upperBound
        }
        guard start > 0 else { return text }
        written += bytes[start...]
        return String(decoding: written, as: UTF8.self)
    }

    private mutating func number(of address: String) -> Int {
        let address = address.lowercased()
        if let known = numbers[address] { return known }
        let number = numbers.count + 1
        numbers[address] = number
        return number
    }

    /// The `@` or `%40` at a place.
    private static func mark(_ bytes: [UInt8], _ index: Int) -> Range<Int>? {
        if bytes[index] == UInt8(ascii: "@") { return index..<index + 1 }
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "4"),
            bytes[index + 2] == UInt8(ascii: "0")
        else { return nil }
        return index..<index + 3
    }

    private static func address(_ bytes: [UInt8], from start: Int, _ mark: Range<Int>) -> Range<Int>? {
        var lower = mark.lowerBound
        while lower > start, isNameByte(bytes[lower - 1]) { lower -= 1 }
        var upper = mark.upperBound
        while upper < bytes.count, isHostByte(bytes[upper]) { upper += 1 }
        while upper > mark.upperBound, bytes[upper - 1] == UInt8(ascii: ".") || bytes[upper - 1] == UInt8(ascii: "-") {
            upper -= 1
        }
        guard lower < mark.lowerBound else { return nil }
        let labels = bytes[mark.upperBound..<upper].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last, last.count >= 2,
            last.allSatisfy({ (97...122).contains($0 | 0x20) })
        else { return nil }
        return lower..<upper
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isHostByte(byte) || "._+'".utf8.contains(byte)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
