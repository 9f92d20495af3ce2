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
    public init?(encoded: some StringProtocol) {
        guard let data = Data(base64Encoded: String(encoded)) else { return nil }
        let bytes = [UInt8](data)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        user = String(decoding: bytes[..<colon], as: UTF8.self)
        password = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    }
}
