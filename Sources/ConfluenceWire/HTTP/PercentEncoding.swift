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

        fileprivate func keeps(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                return true
            default:
                break
            }
            let extra: StaticString =
                switch self {
                case .pathSegment: "!$&'()*+,;=:@"
                // The comma is kept literal by the clients that this project drives (`expand=a,b`).
                case .queryItem: ","
                case .pathAsGiven: "!$&'()*+,;=:@/%"
                case .queryAsGiven: "!$&'()*+,;=:@/?%"
                }
            return extra.withUTF8Buffer { $0.contains(byte) }
        }
    }

    public static func encode(_ text: String, allowed: Allowed) -> String {
        if text.utf8.allSatisfy(allowed.keeps) { return text }
        var encoded = ""
        for byte in text.utf8 {
            if allowed.keeps(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + UInt32(byte).hexadecimal(digits: 2)
            }
        }
        return encoded
    }

    /// The text behind the escapes; a broken escape stays as it is, bytes that are not UTF-8 become U+FFFD.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
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
