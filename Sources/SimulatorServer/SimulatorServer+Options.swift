extension SimulatorServer {
    /// Where the sites are served, and what is served beside them.
    public struct Options: Sendable {
        /// An address of this machine.
        public var host: String
        /// A free port is chosen when it is 0.
        public var port: Int

        /// Whether the admin API answers below `/__sim`, to callers on this machine alone.
        public var admin = false

        public init(host: String = "127.0.0.1", port: Int = 0) {
            self.host = host
            self.port = port
        }
    }
}
