extension SimulatorServer {
    /// Where the sites are served, and what is served beside them.
    public struct Options: Sendable {
        /// An address of this machine.
        public var host: String
        /// A free port is chosen when it is 0.
        public var port: Int

        /// Whether the admin API answers below `/__sim`, to callers on this machine alone.
        public var admin = false

        /// How webhooks are told of what happens; without it, nobody is.
        public var webhooks: Webhooks?

        /// What is served over TLS; without it, nothing is.
        public var secure: Secure?

        /// Told of connections that came to nothing, each thing once.
        public var onTrouble: @Sendable (ConnectionTrouble) -> Void = { _ in }

        /// Told of each request for a host that is none of the sites', which is refused.
        package var onOtherHost: @Sendable (_ host: String) -> Void = { _ in }

        public init(host: String = "127.0.0.1", port: Int = 0) {
            self.host = host
            self.port = port
        }
    }

    /// What is served over TLS, with certificates of one authority.
    public struct Secure: Sendable {
        public var authority: CertificateAuthority
        /// The port of a forward proxy for https and http; a free one when it is 0, none when it is `nil`.
        public var proxyPort: Int?
        /// Whether the main port speaks TLS instead of plain HTTP.
        public var onMainPort: Bool

        public init(authority: CertificateAuthority, proxyPort: Int? = 0, onMainPort: Bool = false) {
            self.authority = authority
            self.proxyPort = proxyPort
            self.onMainPort = onMainPort
        }
    }
}
