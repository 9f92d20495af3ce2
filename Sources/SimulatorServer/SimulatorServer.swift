public import Simulator

/// Puts simulated sites on a port, for clients that need a socket.
///
/// The port is a plain HTTP proxy as well: a client that is told `http://acme.atlassian.net/wiki` and given the port as
/// its `HTTP_PROXY` reaches the simulated site of that name. Nothing is ever passed on to a real host.
public enum SimulatorServer {
    /// - Parameter simulators: Told apart by the host name of a request; the first answers for loopback names.
    /// - Throws: ``SimulatorServerError`` when a port can't be had.
    public static func start(
        _ simulators: [Simulator],
        options: Options = Options()
    ) async throws -> RunningSimulatorServer {
        let front = SiteFront(simulators, admin: options.admin ? AdminDesk(simulators: simulators) : nil)
        let main = try await Listener.start(.plain(front), host: options.host, port: options.port)
        return RunningSimulatorServer(main: main)
    }
}
