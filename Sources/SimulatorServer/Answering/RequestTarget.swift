import ConfluenceWire

/// Finds out which address a request is for.
///
/// One connection asks the same host again and again, which is read once.
struct RequestTarget {
    /// `https` when requests come over TLS.
    let scheme: String
    private var known: (authority: String, address: WebAddress)?

    init(scheme: String) {
        self.scheme = scheme
    }

    /// - Parameters:
    ///   - target: As the request line has it: a path with its query, or a whole address, as clients of a proxy send it.
    ///   - host: The `Host` field; without one, as in HTTP/1.0, the address is this machine's.
    /// - Returns: `nil` where the host can't be read.
    mutating func address(of target: String, host: String?) -> WebAddress? {
        guard let mark = Self.endOfScheme(target) else { return address(below: host ?? "localhost", Substring(target)) }
        // In a whole address the host is named that counts (RFC 9112, section 3.2.2).
        let rest = target[mark...]
        let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        return address(below: String(rest[..<end]), rest[end...])
    }

    private static func endOfScheme(_ target: String) -> String.Index? {
        guard target.utf8.first != UInt8(ascii: "/") else { return nil }
        for scheme in ["http://", "https://"] where target.prefix(scheme.count).equalsIgnoringCase(scheme) {
            return target.index(target.startIndex, offsetBy: scheme.count)
        }
        return nil
    }

    private mutating func address(below authority: String, _ target: Substring) -> WebAddress? {
        guard var address = origin(authority) else { return nil }
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        let path = target[..<mark]
        address.path = path.isEmpty ? "/" : PercentEncoding.encode(String(path), allowed: .pathAsGiven)
        if mark < target.endIndex {
            let query = target[target.utf8.index(after: mark)...]
            address.query = PercentEncoding.encode(String(query), allowed: .queryAsGiven)
        }
        return address
    }

    private mutating func origin(_ authority: String) -> WebAddress? {
        if let known, known.authority == authority { return known.address }
        guard let address = try? WebAddress(parsing: "\(scheme)://\(authority)") else { return nil }
        known = (authority, address)
        return address
    }
}
