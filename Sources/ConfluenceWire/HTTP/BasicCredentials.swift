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

    /// How a name and a password become bytes: the standard leaves it open, and no header says it.
    public enum Charset: Sendable, Hashable, CaseIterable {
        /// What browsers send, and most newer programs.
        case utf8
        /// What Python's `requests` sends, and what Confluence Data Center reads.
        case latin1
    }

    /// The value of the header, as a client sends it that writes Latin-1 where it can.
    public var headerValue: String { headerValue(in: .latin1) }

    /// A text that the charset has no bytes for is sent as UTF-8.
    public func headerValue(in charset: Charset) -> String { "Basic " + encoded(in: charset) }

    /// What stands behind `Basic ` in each charset: twice the same where all is ASCII.
    public var encodings: [String] { Charset.allCases.map(encoded) }

    private func encoded(in charset: Charset) -> String {
        let text = "\(user):\(password)"
        let bytes = charset == .latin1 ? text.latin1 ?? Array(text.utf8) : Array(text.utf8)
        return Data(bytes).base64EncodedString()
    }

    /// Reads the part after `Basic `; `nil` when it is not Base64, or has no colon.
    public init?(encoded: some StringProtocol, in charset: Charset = .utf8) {
        guard let data = Data(base64Encoded: String(encoded)) else { return nil }
        let bytes = [UInt8](data)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        user = charset.text(of: bytes[..<colon])
        password = charset.text(of: bytes[(colon + 1)...])
    }
}

extension BasicCredentials.Charset {
    fileprivate func text(of bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        // Each byte of Latin-1 is the scalar of the same number.
        case .latin1: String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}

extension String {
    /// The text in Latin-1, a byte for each character; `nil` where it has others.
    public var latin1: [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
