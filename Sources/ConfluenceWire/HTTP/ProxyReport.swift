import ConfluenceModel

/// What a proxy met itself when it tried to reach a site for a client: it did not refuse, and could do no better.
package enum ProxyReport: Sendable {
    /// It, too, finds no address for the name.
    case noName
    /// Nobody answered it in time.
    case noAnswer
    /// Nothing listens where it was to go.
    case closedPort

    /// - Parameter answer: What of the proxy's answer may tell: its head, its page, or both.
    package init?(_ answer: String) {
        if Self.namesNoName.first(in: answer) != nil {
            self = .noName
        } else if Self.namesNoAnswer.first(in: answer) != nil {
            self = .noAnswer
        } else if Self.namesClosedPort.first(in: answer) != nil {
            self = .closedPort
        } else {
            return nil
        }
    }

    /// Squid's header, Blue Coat's and Apache's pages, and those of others.
    private static let namesNoName = Pattern(
        /\b(?:ERR_)?DNS_FAIL\b|dns_(?:unresolved_hostname|server_failure|hosterror)|dns lookup failure for|be resolved by DNS|could not be resolved|unable to resolve|could not (?:resolve|find) the (?:host|ip)|\bunknown host\b|have a DNS entry|\b11001\b[^<]{0,20}host not found|dns[ _]resolution[ _]fail|\(dns lookup\)[^<]{0,80}failed/
            .ignoresCase())

    /// Squid's header and pages, Blue Coat's, Microsoft's.
    private static let namesNoAnswer = Pattern(
        /ERR_(?:CONNECT_FAIL 110|CONNECT_TIMEOUT|READ_TIMEOUT)\b|\(110\) connection timed out|gateway_timeout|operation timed out|\b10060\b[^<]{0,20}connection timed? ?out|connection to [^<]{0,200} timed out|connect timed out|^HTTP\/1\.[01] 504/
            .ignoresCase())

    /// Squid's header and pages, Microsoft's.
    private static let namesClosedPort = Pattern(
        /ERR_CONNECT_FAIL 111\b|\(111\) connection refused|\b10061\b[^<]{0,20}refused/.ignoresCase())
}
