/// An `http` or `https` address in its parts, kept as it will be sent: path and query stay percent-encoded.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// `http` or `https`.
    public var scheme: String
    /// In lower case, without brackets around an IPv6 address.
    public var host: String
    /// `nil` means the scheme's own port.
    public var port: Int?
    /// Percent-encoded; empty or beginning with `/`.
    public var path: String
    /// Percent-encoded, without the question mark.
    public var query: String?

    public init(scheme: String = "https", host: String, port: Int? = nil, path: String = "", query: String? = nil) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.query = query
    }

    /// Why a text is not an address that can be called.
    public enum Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        case empty
        case schemeMissing
        case schemeUnknown(String)
        case hostMissing
        case hostInvalid(String)
        case portInvalid(String)
        case characterInvalid(Unicode.Scalar)

        public var description: String {
            switch self {
            case .empty: "the address is empty"
            case .schemeMissing: "the address does not start with https:// or http://"
            case .schemeUnknown(let scheme): "the address starts with \(scheme)://, where https:// is expected"
            case .hostMissing: "the address has no host name"
            case .hostInvalid(let host): "“\(host)” is not a host name"
            case .portInvalid(let port): "“\(port)” is not a port number"
            case .characterInvalid(let scalar):
                "the address holds the character U+\(scalar.value.hexadecimal(digits: 4)), which must not stand in an address"
            }
        }
    }

    public init(parsing text: String) throws(Malformed) {
        guard !text.isEmpty else { throw .empty }
        if let bad = Self.firstInvalid(in: text) { throw .characterInvalid(bad) }
        let mark = Array("://".utf8)
        guard let schemeEnd = text.utf8.indices.first(where: { text.utf8[$0...].starts(with: mark) }) else {
            throw .schemeMissing
        }
        let scheme = text[..<schemeEnd].lowercased()
        guard scheme == "http" || scheme == "https" else { throw .schemeUnknown(scheme) }
        // What parts an address is ASCII, which bytes tell faster than letters.
        var rest = text[text.utf8.index(schemeEnd, offsetBy: mark.count)...]
        if let fragment = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
        let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        var authority = rest[..<end]
        rest = rest[end...]
        // What stands before an @ is user information; it is not sent anywhere by this project.
        if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
            authority = authority[authority.utf8.index(after: at)...]
        }
        self.scheme = scheme
        (host, port) = try Self.splitAuthority(authority)
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            path = PercentEncoding.encode(String(rest[..<mark]), allowed: .pathAsGiven)
            query = PercentEncoding.encode(String(rest[rest.utf8.index(after: mark)...]), allowed: .queryAsGiven)
        } else {
            path = PercentEncoding.encode(String(rest), allowed: .pathAsGiven)
            query = nil
        }
    }

    private static func firstInvalid(in text: String) -> Unicode.Scalar? {
        // What properties scalars have takes long to find out, and nearly all addresses are plain.
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return nil }
        return text.unicodeScalars.first { $0.value <= 0x20 || $0.value == 0x7F || $0.properties.isWhitespace }
    }

    private static func splitAuthority(_ authority: Substring) throws(Malformed) -> (String, Int?) {
        var host = authority
        var port: Int?
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw .hostInvalid(String(authority)) }
            host = authority[authority.index(after: authority.startIndex)..<close]
            let after = authority[authority.index(after: close)...]
            if !after.isEmpty {
                guard after.first == ":" else { throw .hostInvalid(String(authority)) }
                port = try parsePort(after.dropFirst())
            }
        } else if let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":")) {
            host = authority[..<colon]
            port = try parsePort(authority[authority.utf8.index(after: colon)...])
        }
        guard !host.isEmpty else { throw .hostMissing }
        let isPlain = host.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        if isPlain { return (String(host), port) }
        let isIPv6 = authority.hasPrefix("[")
        let allowed: (Character) -> Bool = { character in
            if isIPv6 { return character.isHexDigit || character == ":" || character == "." || character == "%" }
            return character.isLetter || character.isNumber || "-._".contains(character)
        }
        guard host.allSatisfy(allowed) else { throw .hostInvalid(String(host)) }
        return (host.lowercased(), port)
    }

    private static func parsePort(_ text: Substring) throws(Malformed) -> Int? {
        if text.isEmpty { return nil }
        guard let port = Int(text), (1...65535).contains(port) else { throw .portInvalid(String(text)) }
        return port
    }

    /// The port that is connected to.
    public var effectivePort: Int { port ?? (scheme == "http" ? 80 : 443) }

    /// `host` or `host:port`, as the `Host` header has it.
    public var authority: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        guard let port, port != (scheme == "http" ? 80 : 443) else { return name }
        return "\(name):\(port)"
    }

    /// `https://host:port`.
    public var origin: String { "\(scheme)://\(authority)" }

    /// Path and query, as the request line has them; at least `/`.
    public var target: String {
        let path = path.isEmpty ? "/" : path
        guard let query else { return path }
        return "\(path)?\(query)"
    }

    public var description: String {
        guard let query else { return origin + path }
        return "\(origin)\(path)?\(query)"
    }

    /// The query's items, decoded, in order; a name without `=` has an empty value.
    public var queryItems: [QueryItem] {
        QueryItem.parse(query ?? "")
    }

    /// The address with a path added below this one, joined by exactly one slash, and another query.
    ///
    /// - Parameters:
    ///   - suffix: Percent-encoded already.
    ///   - query: The items to send; empty means none.
    public func appending(_ suffix: String, query: [QueryItem] = []) -> WebAddress {
        var base = path
        while base.hasSuffix("/") { base.removeLast() }
        let tail = suffix.drop { $0 == "/" }
        return replacing(path: tail.isEmpty ? base : "\(base)/\(tail)", query: query)
    }

    /// The same host with another path and query.
    public func replacing(path: String, query: [QueryItem] = []) -> WebAddress {
        WebAddress(
            scheme: scheme, host: host, port: port, path: path,
            query: query.isEmpty ? nil : QueryItem.serialize(query)
        )
    }

    /// Whether a secret meant for one of the two addresses may be sent to the other.
    public func hasSameOrigin(as other: WebAddress) -> Bool {
        scheme == other.scheme && host == other.host && effectivePort == other.effectivePort
    }
}

/// One `name=value` of a query.
public struct QueryItem: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Reads a query in the form that HTML forms and Python's `urlencode` write; `+` is a space.
    public static func parse(_ query: String) -> [QueryItem] {
        query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let sign = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = PercentEncoding.decode(Substring(pair[..<sign]), plusIsSpace: true)
            return QueryItem(name, PercentEncoding.decode(Substring(pair[sign...].dropFirst()), plusIsSpace: true))
        }
    }

    public static func serialize(_ items: [QueryItem]) -> String {
        items.map {
            PercentEncoding.encode($0.name, allowed: .queryItem) + "="
                + PercentEncoding.encode($0.value, allowed: .queryItem)
        }.joined(separator: "&")
    }
}
