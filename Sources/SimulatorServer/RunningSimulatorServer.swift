/// A server that answers until it is stopped.
public struct RunningSimulatorServer: Sendable {
    private let main: Listener
    private let proxy: Listener?
    private let courier: WebhookCourier?

    init(main: Listener, proxy: Listener? = nil, courier: WebhookCourier? = nil) {
        self.main = main
        self.proxy = proxy
        self.courier = courier
    }

    public var port: Int { main.port }

    /// The port of the forward proxy that opens TLS, where one was asked for.
    public var proxyPort: Int? { proxy?.port }

    /// Lets the requests that are under way end, closes all connections, and gives the ports back.
    public func stop() async {
        async let proxyEnd: Void? = proxy?.stop()
        await main.stop()
        _ = await proxyEnd
        await courier?.stop()
    }

    /// Returns when the server has been stopped.
    public func wait() async {
        await main.wait()
        await proxy?.wait()
    }
}
