import ConfluenceWire
import NIOCore

/// What a client of a proxy wants, as far as its first bytes tell.
enum Greeting: Sendable, Hashable {
    /// More bytes have to come before anything can be said.
    case incomplete
    /// Anything but a wish for a tunnel; what it is, is for others to find out.
    case other
    /// `CONNECT acme.atlassian.net:443 HTTP/1.1` with its header fields, of so many bytes.
    case tunnel(host: String, port: Int, length: Int)
    /// A wish for a tunnel that names no host.
    case unreadable

    /// Longer heads are no honest wish for a tunnel.
    private static let limit = 16 << 10
    private static let method = Array("CONNECT ".utf8)
    private static let end = Array("\r\n\r\n".utf8)

    init(_ bytes: ByteBufferView) {
        let isTunnel = bytes.starts(with: Self.method)
        guard isTunnel || Self.method.starts(with: bytes) else {
            self = .other
            return
        }
        guard isTunnel, let head = bytes.firstRange(of: Self.end) else {
            self = bytes.count < Self.limit ? .incomplete : .unreadable
            return
        }
        let line = bytes[bytes.startIndex..<head.lowerBound].prefix { $0 != UInt8(ascii: "\r") }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), !words[1].contains("/"),
            let address = try? WebAddress(parsing: "https://\(words[1])")
        else {
            self = .unreadable
            return
        }
        self = .tunnel(
            host: address.host, port: address.effectivePort,
            length: bytes.distance(from: bytes.startIndex, to: head.upperBound))
    }
}
