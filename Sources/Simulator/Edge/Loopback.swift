import ConfluenceModel

/// What this machine calls itself.
package enum Loopback {
    /// Whether an address is one of this machine's own: 127.0.0.0/8, or the one of IPv6.
    package static func isAddress(_ text: String) -> Bool {
        text == "127.0.0.1" || text == "::1" || (text.hasPrefix("127.") && IPNetwork.bytes(of: text)?.count == 4)
    }

    /// Whether a host is this machine, by name or by address.
    package static func isHost(_ host: String) -> Bool { host == "localhost" || isAddress(host) }
}
