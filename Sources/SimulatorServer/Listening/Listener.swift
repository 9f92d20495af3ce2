import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// One port that answers until it is stopped.
struct Listener: Sendable {
    let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    /// - Parameter port: A free one is chosen when it is 0.
    /// - Throws: ``SimulatorServerError`` when the port can't be had.
    static func start(_ entrance: Entrance, host: String, port: Int) async throws -> Listener {
        // Refusals are the simulator's business; what the server library has to say would only disturb.
        let logger = Logger(label: "confluence-doctor.simulator") { _ in SwiftLogNoOpLogHandler() }
        let (bound, announce) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            childChannelSetup: entrance,
            configuration: ServerConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                announce.yield(channel.localAddress?.port ?? port)
                announce.finish()
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
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
            return Listener(port: port, group: group, running: running)
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

    func stop() async {
        await group.triggerGracefulShutdown()
        await wait()
    }

    func wait() async {
        // How the port ended is of no use to whoever wanted it to end.
        _ = await running.result
    }
}
