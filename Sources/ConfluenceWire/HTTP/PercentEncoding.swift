/// Percent-encoding as RFC 3986 has it, over UTF-8.
public enum PercentEncoding {
    /// Which characters stay as they are.
    public enum Allowed: Sendable {
        /// One segment of a path: a slash is encoded.
        case pathSegment
        /// The name or value of a query item: everything that could be taken for a delimiter is encoded.
        case queryItem
        /// A path that a person wrote: existing escapes and slashes are kept.
        case pathAsGiven
        /// A query that a person wrote: existing escapes and delimiters are kept.
        case queryAsGiven

        fileprivate var kept: ByteSet {
            switch self {
            case .pathSegment: .pathSegment
            case .queryItem: .queryItem
            case .pathAsGiven: .pathAsGiven
            case .queryAsGiven: .queryAsGiven
            }
        }
    }

    /// Some of the 128 characters of ASCII.
    fileprivate struct ByteSet: Sendable {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        static let unreserved = ByteSet()
            .and("abcdefghijklmnopqrstuvwxyz").and("ABCDEFGHIJKLMNOPQRSTUVWXYZ").and("0123456789-._~")
        static let pathSegment = unreserved.and("!$&'()*+,;=:@")
        // The comma is kept literal by the clients that this project drives (`expand=a,b`).
        static let queryItem = unreserved.and(",")
        static let pathAsGiven = pathSegment.and("/%")
        static let queryAsGiven = pathSegment.and("/?%")

        private func and(_ characters: StaticString) -> ByteSet {
            var set = self
            characters.withUTF8Buffer { bytes in
                for byte in bytes {
                    if byte < 64 { set.low |= 1 << UInt64(byte) } else { set.high |= 1 << UInt64(byte & 63) }
                }
            }
            return set
        }

        func contains(_ byte: UInt8) -> Bool {
            byte < 128 && (byte < 64 ? low : high) & (1 << UInt64(byte & 63)) != 0
        }
    }

    public static func encode(_ text: String, allowed: Allowed) -> String {
        let kept = allowed.kept
        if text.utf8.allSatisfy(kept.contains) { return text }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count * 2)
        for byte in text.utf8 {
            if kept.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// The text behind the escapes; a broken escape stays as it is, bytes that are not UTF-8 become U+FFFD.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "+") }
        if isPlain { return String(text) }
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "%"), index + 2 < source.count,
                let high = hexValue(source[index + 1]), let low = hexValue(source[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension UInt32 {
    /// Upper-case hexadecimal digits, padded with zeros on the left.
    public func hexadecimal(digits: Int) -> String {
        let text = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}
