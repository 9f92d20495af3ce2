package import ConfluenceWire

/// Puts a way to another site on a port, in the place of simulated sites; what is done on that way is for others to say.
package enum RelayServer {
    package struct Options: Sendable {
        /// An address of this machine.
        package var host = "127.0.0.1"
        /// A free port is chosen when it is 0.
        package var port = 0
        /// Signs the certificates of a forward proxy at the same port; without it, there is none.
        package var authority: CertificateAuthority?
        /// Told of connections that came to nothing, each thing once.
        package var onTrouble: @Sendable (ConnectionTrouble) -> Void = { _ in }

        package init() {}
    }

    /// - Parameters:
    ///   - hosts: Those that are passed on to; every other is refused. The first is the site's.
    ///   - send: The way to it, for requests with the address that the client asked for.
    /// - Throws: ``SimulatorServerError`` when the port can't be had.
    package static func start(
        to hosts: [String], options: Options, send: @escaping StreamedSend
    ) async throws -> RunningSimulatorServer {
        let front = RelayFront(hosts: hosts, send: send, troubles: TroubleDesk(listener: options.onTrouble))
        let kind: Entrance.Kind =
            options.authority.map { authority in
                .proxy(CertificateDesk(authority: authority) { front.serves($0) })
            } ?? .http
        let main = try await Listener.start(Entrance(kind, front: front), host: options.host, port: options.port)
        return RunningSimulatorServer(main: main)
    }
}
