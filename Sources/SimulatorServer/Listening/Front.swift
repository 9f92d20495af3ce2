import HummingbirdCore

/// Who answers at a port, once it is clear what is spoken there.
protocol Front: Sendable {
    /// - Parameters:
    ///   - scheme: `https` when the request came over TLS.
    ///   - peer: The IP address from which it came.
    @concurrent
    func answer(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter, scheme: String, peer: String?
    ) async throws

    /// What a client is told that asks for a host which is not answered for here.
    func refusal(of host: String) -> String

    /// Notes that somebody asked for such a host.
    func tellRefused(_ host: String, peer: String?)

    var troubles: TroubleDesk { get }
}
