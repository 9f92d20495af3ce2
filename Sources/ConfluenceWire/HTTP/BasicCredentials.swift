import Foundation

/// The user and password of an HTTP Basic `Authorization` header (RFC 7617).
public struct BasicCredentials: Sendable, Hashable {
    public var user: String
    public var password: String

    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// Reads what stands before the @ of an address, such as a proxy's; `nil` where nothing does.
    public init?(inAddress text: String) {
        guard let start = text.firstRange(of: "://")?.upperBound else { return nil }
        let authority = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return nil }
        let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        user = PercentEncoding.decode(parts[0])
        password = parts.count > 1 ? PercentEncoding.decode(parts[1]) : ""
    }

    public var headerValue: String {
        "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
    }

    /// Reads the part after `Basic `; `nil` when it is not Base64, or has no colon.
    public init?(encoded: some StringProtocol, in charset: Charset = .utf8) {
        guard let data = Data(base64Encoded: String(encoded)) else { return nil }
        let bytes = [UInt8](data)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        user = charset.text(bytes[..<colon])
        password = charset.text(bytes[(colon + 1)...])
    }

    /// In what servers read the two: RFC 7617 leaves it to them where they name none.
    public enum Charset: Sendable, Hashable, CaseIterable {
        case utf8, latin1

        fileprivate func text(_ bytes: some Collection<UInt8>) -> String {
            switch self {
            case .utf8: String(decoding: bytes, as: UTF8.self)
            // Each byte of Latin-1 is the scalar of the same number.
            case .latin1: String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
            }
        }
    }
}
