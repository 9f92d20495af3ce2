import Hummingbird
import Logging
import ServiceLifecycle

/// The peer of the comparison: a Hummingbird server that answers every request with the same bytes.
struct HelloServer {
    let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    static func start(body: [UInt8]) async throws -> HelloServer {
        let logger = Logger(label: "hello") { _ in SwiftLogNoOpLogHandler() }
        let bytes = ByteBuffer(bytes: body)
        let router = Router()
        router.get("/hello") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: bytes))
        }
        let (bound, announce) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                announce.yield(channel.localAddress?.port ?? 0)
                announce.finish()
            },
            logger: logger
        )
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        let running = Task {
            defer { announce.finish() }
            try await group.run()
        }
        for await port in bound {
            return HelloServer(port: port, group: group, running: running)
        }
        try await running.value
        throw CancellationError()
    }

    func stop() async {
        await group.triggerGracefulShutdown()
        _ = await running.result
    }
}
