public import Simulator

/// Puts simulated sites on ports, for clients that need a socket.
///
/// The main port is a plain HTTP proxy as well: a client that is told `http://acme.atlassian.net/wiki` and given the port
/// as its `HTTP_PROXY` reaches the simulated site of that name. The proxy port serves `https://acme.atlassian.net/wiki`
/// too. Nothing is ever passed on to a real host.
public enum SimulatorServer {
    /// - Parameter simulators: Told apart by the host name of a request; the first answers for loopback names.
    /// - Throws: ``SimulatorServerError`` when a port can't be had.
    public static func start(
        _ simulators: [Simulator],
        options: Options = Options()
    ) async throws -> RunningSimulatorServer {
        let courier = options.webhooks.map { WebhookCourier(simulators, $0) }
        let front = SiteFront(
            simulators, admin: options.admin ? AdminDesk(simulators: simulators) : nil, courier: courier,
            troubles: TroubleDesk(listener: options.onTrouble), onOtherHost: options.onOtherHost)
        guard let secure = options.secure else {
            let main = try await Listener.start(Entrance(.http, front: front), host: options.host, port: options.port)
            return RunningSimulatorServer(main: main, courier: courier)
        }
        let desk = CertificateDesk(authority: secure.authority, simulators: simulators)
        // With a proxy beside it, the main port opens tunnels as well: one address serves for everything.
        let kind: Entrance.Kind = secure.onMainPort ? .tls(desk) : secure.proxyPort == nil ? .http : .proxy(desk)
        let main = try await Listener.start(Entrance(kind, front: front), host: options.host, port: options.port)
        guard let proxyPort = secure.proxyPort else { return RunningSimulatorServer(main: main, courier: courier) }
        do {
            let proxy = try await Listener.start(
                Entrance(.proxy(desk), front: front), host: options.host, port: proxyPort)
            return RunningSimulatorServer(main: main, proxy: proxy, courier: courier)
        } catch {
            await main.stop()
            throw error
        }
    }
}
