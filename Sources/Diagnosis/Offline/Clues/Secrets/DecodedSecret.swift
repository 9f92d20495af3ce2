import Foundation

/// What base64 stands for, as far as it is shown: a user's name with a secret, a token of Data Center, or a secret alone.
enum DecodedSecret: Hashable, Sendable {
    case login(user: String, secret: String)
    case personalAccessToken
    /// Text of some other kind that can be read.
    case text(String)

    /// Shorter runs are met by chance.
    private static let fewest = 8

    init?(_ value: String) {
        let run = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
        let whole = run.utf8.count / 4 * 4
        guard whole >= Self.fewest, let bytes = Data(base64Encoded: String(run.prefix(whole))), !bytes.isEmpty else {
            return nil
        }
        let digits = bytes.prefix { (48...57).contains($0) }
        let isPersonal = digits.count >= 6 && (digits.count == bytes.count || bytes[digits.count] == UInt8(ascii: ":"))
        if isPersonal {
            self = .personalAccessToken
            return
        }
        guard bytes.dropLast().allSatisfy({ (0x20...0x7E).contains($0) }), let last = bytes.last,
            (0x20...0x7E).contains(last) || [0x0A, 0x0D].contains(last)
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else {
            self = .text(text)
            return
        }
        self = .login(user: String(text[..<colon]), secret: String(text[text.index(after: colon)...]))
    }

    /// Whether a value is base64 to its end, and not only as far as it is shown.
    static func isWhole(_ value: String) -> Bool {
        value.utf8.count.isMultiple(of: 4)
            && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
    }

    /// Whether a value begins as Data Center's tokens do: base64 of a number and a colon.
    static func isPersonalAccessToken(_ value: String) -> Bool { DecodedSecret(value) == .personalAccessToken }
}
