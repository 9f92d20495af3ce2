/// A server that answers until it is stopped.
public struct RunningSimulatorServer: Sendable {
    private let main: Listener

    init(main: Listener) {
        self.main = main
    }

    public var port: Int { main.port }

    /// Lets the requests that are under way end, closes all connections, and gives the ports back.
    public func stop() async {
        await main.stop()
    }

    /// Returns when the server has been stopped.
    public func wait() async {
        await main.wait()
    }
}
