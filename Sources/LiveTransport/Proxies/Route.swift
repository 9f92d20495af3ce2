import ConfluenceWire

/// The way a request takes to its host.
enum Route: Sendable, Hashable {
    case direct
    /// A plain request, handed to the proxy with its whole address in the first line.
    case forward(Proxy)
    /// A connection that the proxy opens and does not look into, for TLS.
    case tunnel(Proxy)

    var proxy: Proxy? {
        switch self {
        case .direct: nil
        case .forward(let proxy), .tunnel(let proxy): proxy
        }
    }

    var isForwardProxy: Bool {
        if case .forward = self { true } else { false }
    }
}

/// An HTTP proxy, with the login that its address may hold.
struct Proxy: Sendable, Hashable {
    var host: String
    var port: Int
    var authorization: BasicCredentials?

    init(_ address: WebAddress, authorization: BasicCredentials? = nil) {
        host = address.host
        port = address.effectivePort
        self.authorization = authorization
    }

    /// Reads `http://user:password@host:port`; the scheme may be absent.
    init(parsing text: String) throws(InvalidProxy) {
        let text = text.contains("://") ? text : "http://\(text)"
        let address: WebAddress
        do {
            address = try WebAddress(parsing: text)
        } catch {
            throw InvalidProxy(reason: "\(error)")
        }
        guard address.scheme == "http" else {
            throw InvalidProxy(reason: "only proxies that are reached by http:// are supported")
        }
        self.init(address, authorization: BasicCredentials(inAddress: text))
    }

    var authority: String {
        "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Why a text names no proxy that can be used; the text itself may hold a password and stays out.
    struct InvalidProxy: Error {
        var reason: String
    }
}
