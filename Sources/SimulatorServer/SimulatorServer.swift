import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
public import Simulator

/// Puts simulated sites on a port, for clients that need a socket.
///
/// The port is a plain HTTP proxy as well: a client that is told `http://acme.atlassian.net/wiki` and given the port as
/// its `HTTP_PROXY` reaches the simulated site of that name. Nothing is ever passed on to a real host.
public enum SimulatorServer {
    /// - Parameters:
    ///   - simulators: Told apart by the host name of a request; the first answers for loopback names.
    ///   - port: A free one is chosen when it is 0.
    /// - Throws: ``SimulatorServerError`` when the port can't be had.
    public static func start(
        _ simulators: [Simulator],
        host: String = "127.0.0.1",
        port: Int = 0
    ) async throws -> RunningSimulatorServer {
        let front = SiteFront(simulators)
        // Refusals are the simulator's business; what the server library has to say would only disturb.
        let logger = Logger(label: "confluence-doctor.simulator") { _ in SwiftLogNoOpLogHandler() }
        let (bound, announce) = AsyncStream.makeStream(of: Int.self)
        let server = try HTTPServerBuilder.http1().buildServer(
            configuration: ServerConfiguration(address: .hostname(host, port: port)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger,
            responder: { request, writer, _ in try await front.answer(request, writer) },
            onServerRunning: { channel in
                announce.yield(channel.localAddress?.port ?? port)
                announce.finish()
            }
        )
        var configuration = ServiceGroupConfiguration(services: [server], logger: logger)
        // A client that never finishes its request must not hold the server up for ever.
        configuration.maximumGracefulShutdownDuration = .seconds(2)
        let group = ServiceGroup(configuration: configuration)
        let running = Task {
            defer { announce.finish() }
            try await group.run()
        }
        for await port in bound {
            return RunningSimulatorServer(port: port, group: group, running: running)
        }
        if Task.isCancelled {
            running.cancel()
            throw CancellationError()
        }
        do {
            try await running.value
        } catch {
            throw SimulatorServerError(host: host, port: port, underlying: error)
        }
        throw CancellationError()
    }
}

/// A server that answers until it is stopped.
public struct RunningSimulatorServer: Sendable {
    public let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(port: Int, group: ServiceGroup, running: Task<Void, any Error>) {
        self.port = port
        self.group = group
        self.running = running
    }

    /// Lets the requests that are under way end, closes all connections, and gives the port back.
    public func stop() async {
        await group.triggerGracefulShutdown()
        // How the server ended is of no use to whoever wanted it to end.
        _ = await running.result
    }

    /// Returns when the server has been stopped.
    public func wait() async {
        _ = await running.result
    }
}
