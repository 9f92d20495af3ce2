package import ConfluenceWire

/// Makes a site appear at another address, and leaves all else as it is.
///
/// Bodies pass as they are: addresses in them are the site's own, unless asked otherwise.
package struct ReverseProxy: Sendable {
    /// Where the site is; of its address only the origin matters.
    package let upstream: WebAddress
    /// Other hosts that clients of a forward proxy may reach, each by its own name.
    private let others: Set<String>
    private let movesLinks: Bool

    package init(_ upstream: WebAddress, others: Set<String> = [], movesLinks: Bool = false) {
        self.upstream = upstream
        self.others = others
        self.movesLinks = movesLinks
    }

    /// The way to the site for requests as they came in.
    package func passing(_ send: @escaping StreamedSend) -> StreamedSend {
        { incoming in
            let asked = incoming.head.url
            var request = incoming
            request.head = forward(incoming.head)
            var response = try await send(request)
            response.head.headers = back(response.head.headers, at: asked)
            if movesLinks, !asked.hasSameOrigin(as: request.head.url) {
                response = try await LinkMover(from: upstream.origin, to: asked.origin).move(response)
            }
            return response
        }
    }

    // MARK: There

    private func forward(_ request: Request) -> Request {
        let asked = request.url
        var request = request
        if !others.contains(asked.host) {
            request.url.scheme = upstream.scheme
            request.url.host = upstream.host
            request.url.port = upstream.port
        }
        request.headers = HopByHop.removed(from: request.headers)
        request.headers["Host"] = nil
        if let offered = request.headers["Accept-Encoding"] {
            request.headers["Accept-Encoding"] = movesLinks ? "identity" : ContentCoding.narrowed(offered)
        }
        // A site that is asked from a page of another site may refuse.
        for name in ["Origin", "Referer"] {
            if let value = request.headers[name] {
                request.headers[name] = Self.moved(value, from: asked, to: upstream)
            }
        }
        return request
    }

    // MARK: Back

    private func back(_ headers: Headers, at asked: WebAddress) -> Headers {
        let isElsewhere = !asked.hasSameOrigin(as: upstream) && !others.contains(asked.host)
        return Headers(
            HopByHop.removed(from: headers).compactMap { field in
                var field = field
                switch field.name.lowercased() {
                // It would lead the client past this address.
                case "alt-svc": return nil
                case "location", "content-location":
                    field.value = Self.moved(field.value, from: upstream, to: asked)
                case "set-cookie" where isElsewhere: field.value = cookie(field.value, at: asked)
                case "strict-transport-security" where isElsewhere: return nil
                default: break
                }
                return field
            })
    }

    /// A cookie that the client keeps for the address where it asked.
    private func cookie(_ value: String, at asked: WebAddress) -> String {
        value.split(separator: ";", omittingEmptySubsequences: false).filter { part in
            let name = part.drop { $0 == " " }.lowercased()
            if name.hasPrefix("domain=") { return false }
            return !(asked.scheme == "http" && name == "secure")
        }.joined(separator: ";")
    }

    /// An address with one origin put in the place of the other; any other address as it is.
    private static func moved(_ value: String, from old: WebAddress, to new: WebAddress) -> String {
        guard let address = try? WebAddress(parsing: value), address.hasSameOrigin(as: old),
            let mark = value.firstRange(of: "://")
        else { return value }
        return new.origin + value[mark.upperBound...].drop { !"/?#".contains($0) }
    }
}

/// Headers that are for the next machine on the way, and not for the one at its end (RFC 9110, section 7.6.1).
enum HopByHop {
    private static let names: Set = [
        "connection", "keep-alive", "proxy-connection", "proxy-authorization", "proxy-authenticate", "te", "trailer",
        "transfer-encoding", "upgrade", "expect",
    ]

    static func removed(from headers: Headers) -> Headers {
        let named = headers.values("Connection").flatMap { $0.split(separator: ",") }
            .map { $0.filter { $0 != " " }.lowercased() }
        return Headers(
            headers.filter { field in
                let name = field.name.lowercased()
                return !names.contains(name) && !named.contains(name)
            })
    }
}
