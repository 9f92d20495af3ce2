import NIOCore
import NIOPosix
import Synchronization

/// A client that sends the bytes it is told to, and reads until the server closes the connection.
enum RawClient {
    /// - Parameter closing: Whether the client ends its side of the connection once all is sent.
    static func talk(toPort port: Int, _ parts: [[UInt8]], closing: Bool = false) async throws -> String {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            for part in parts { try await outbound.write(ByteBuffer(bytes: part)) }
            if closing { try await channel.channel.close(mode: .output).get() }
            var answer = ""
            do {
                for try await bytes in inbound { answer += String(buffer: bytes) }
            } catch is IOError {
                // A reset ends the talk as well.
            }
            return answer
        }
    }

    static func talk(toPort port: Int, _ text: String, closing: Bool = false) async throws -> String {
        try await talk(toPort: port, [Array(text.utf8)], closing: closing)
    }
}

/// A server that nobody should ever find: it counts the connections that reach it.
final class Canary: Sendable {
    let port: Int
    private let channel: any Channel
    private let connections: Connections

    private final class Connections: Sendable {
        let count = Mutex(0)
    }

    static func listening<Result>(_ body: (Canary) async throws -> Result) async throws -> Result {
        let connections = Connections()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { child in
                connections.count.withLock { $0 += 1 }
                return child.close()
            }
            .bind(host: "0.0.0.0", port: 0).get()
        let canary = Canary(port: channel.localAddress?.port ?? 0, channel: channel, connections: connections)
        do {
            let result = try await body(canary)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    private init(port: Int, channel: any Channel, connections: Connections) {
        self.port = port
        self.channel = channel
        self.connections = connections
    }

    var count: Int { connections.count.withLock(\.self) }
}
