/// What a text of an answer is written as; the raw values stand in locks.
package enum TextFormat: String, Sendable, Hashable, Comparable, CaseIterable {
    case dateTimeZ = "date-time"
    case dateTimeFractionZ = "date-time-ms"
    case dateTimeOffset = "date-time-offset"
    case dateTimeFractionOffset = "date-time-ms-offset"
    case date
    case digits
    case attachmentID = "attachment-id"
    case uuid
    case accountID = "account-id"
    case userKey = "user-key"
    case ari
    case uri
    case path
    case email
    case mediaType = "media-type"
    case markup
    case json
    case boolean = "boolean-text"
    /// Anything else, and whatever a person wrote.
    case other

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// The format of a text; `nil` of an empty one, which tells nothing.
    package init?(_ text: String) {
        guard let first = text.utf8.first else { return nil }
        self = Self.recognise(Array(text.utf8), first) ?? .other
    }

    private static func recognise(_ text: [UInt8], _ first: UInt8) -> TextFormat? {
        switch first {
        case UInt8(ascii: "/"): return text.contains(UInt8(ascii: " ")) ? nil : .path
        case UInt8(ascii: "<"): return .markup
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
        default: break
        }
        // A key may happen to be made of digits alone.
        if text.count == 32, text.allSatisfy(isHexadecimal) { return .userKey }
        if text.count == 24, text.allSatisfy(isHexadecimal) { return .accountID }
        if text.allSatisfy(isDigit) { return .digits }
        if text == Array("true".utf8) || text == Array("false".utf8) { return .boolean }
        if text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8) { return .uri }
        if text.starts(with: "ari:".utf8) { return .ari }
        if text.starts(with: "att".utf8), text.count > 3, text[3...].allSatisfy(isDigit) { return .attachmentID }
        if isUUID(text[...]) { return .uuid }
        if let colon = text.firstIndex(of: UInt8(ascii: ":")), (5...8).contains(colon),
            text[..<colon].allSatisfy(isDigit),
            isUUID(text[(colon + 1)...])
        {
            return .accountID
        }
        if let time = time(text) { return time }
        return isEmail(text) ? .email : isMediaType(text) ? .mediaType : nil
    }

    /// `2026-01-31`, and with a time in each of the forms that Confluence's releases write.
    private static func time(_ text: [UInt8]) -> TextFormat? {
        func fits(_ pattern: String, _ start: Int) -> Bool {
            text.count >= start + pattern.utf8.count
                && zip(pattern.utf8, text[start...]).allSatisfy { $0 == UInt8(ascii: "0") ? isDigit($1) : $0 == $1 }
        }
        guard fits("0000-00-00", 0) else { return nil }
        if text.count == 10 { return .date }
        guard fits("T00:00:00", 10) else { return nil }
        var end = 19
        if end < text.count, text[end] == UInt8(ascii: ".") {
            end += 1
            while end < text.count, isDigit(text[end]) { end += 1 }
        }
        let hasFraction = end > 20
        let zone = text[end...]
        if zone.elementsEqual("Z".utf8) { return hasFraction ? .dateTimeFractionZ : .dateTimeZ }
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            fits("00:00", end + 1) && zone.count == 6 || fits("0000", end + 1) && zone.count == 5
        else { return nil }
        return hasFraction ? .dateTimeFractionOffset : .dateTimeOffset
    }

    private static func isUUID(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        return text.enumerated().allSatisfy { place, byte in
            [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
        }
    }

    private static func isEmail(_ text: [UInt8]) -> Bool {
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > 0, !text.contains(UInt8(ascii: " ")) else {
            return false
        }
        return text[(at + 1)...].contains(UInt8(ascii: ".")) && !text[(at + 1)...].contains(UInt8(ascii: "@"))
    }

    private static func isMediaType(_ text: [UInt8]) -> Bool {
        ["application/", "image/", "text/", "audio/", "video/", "font/", "multipart/"].contains {
            text.starts(with: $0.utf8)
        }
            && !text.contains(UInt8(ascii: " "))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    }

    /// A text of that format that says nothing of anybody.
    package var example: String {
        switch self {
        case .dateTimeZ: "2026-01-01T00:00:00Z"
        case .dateTimeFractionZ: "2026-01-01T00:00:00.000Z"
        case .dateTimeOffset: "2026-01-01T00:00:00+00:00"
        case .dateTimeFractionOffset: "2026-01-01T00:00:00.000+00:00"
        case .date: "2026-01-01"
        case .digits: "1"
        case .attachmentID: "att1"
        case .uuid: "00000000-0000-4000-8000-000000000000"
        case .accountID: "712020:00000000-0000-4000-8000-000000000000"
        case .userKey: "00000000000000000000000000000000"
        case .ari: "ari:cloud:confluence::site/1"
        case .uri: "https://site.example/"
        case .path: "/path"
        case .email: "somebody@example.invalid"
        case .mediaType: "application/octet-stream"
        case .markup: "<p>text</p>"
        case .json: "{}"
        case .boolean: "true"
        case .other: "text"
        }
    }
}
