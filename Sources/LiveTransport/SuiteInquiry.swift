import ConfluenceWire
import NIOCore
import NIOPosix

/// Asks a server that refuses each suite of the TLS library whether it takes one of those that Python's clients have besides.
///
/// It greets the server, reads the first bytes that come back and goes: no connection is made.
struct SuiteInquiry {
    let address: WebAddress
    /// The proxy that opens the way there, if one does.
    let proxy: Proxy?
    let timeout: Duration

    func isAnswered() async -> Bool {
        let greeting = Greeting.bytes(to: address.host)
        let glance = Glance(
            host: proxy?.host ?? address.host, port: proxy?.port ?? address.effectivePort, timeout: timeout)
        let isAnswered = try? await glance.see { [proxy, address] channel, seen in
            let pipeline = channel.pipeline.syncOperations
            guard let proxy else { return try pipeline.addHandler(Listener(greeting, seen)) }
            let tunnel = TunnelHandler(to: address.tunnelTarget, by: proxy) { pipeline in
                try pipeline.addHandler(Listener(greeting, seen))
            }
            try pipeline.addHandler(tunnel)
        }
        return isAnswered ?? false
    }

    /// Sends the greeting once the way is open, and reads whether a hello comes back.
    private final class Listener: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let greeting: [UInt8]
        private let seen: EventLoopPromise<Bool>
        private var head: [UInt8] = []

        init(_ greeting: [UInt8], _ seen: EventLoopPromise<Bool>) {
            self.greeting = greeting
            self.seen = seen
        }

        func handlerAdded(context: ChannelHandlerContext) {
            if context.channel.isActive { greet(context) }
        }

        func channelActive(context: ChannelHandlerContext) { greet(context) }

        private func greet(_ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: greeting)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            head += unwrapInboundIn(data).readableBytesView
            guard head.count >= 6 else { return }
            // A record of the handshake whose first message is the server's hello.
            seen.succeed(head[0] == 0x16 && head[5] == 2)
        }
    }
}

extension WebAddress {
    /// The host with its port, as a proxy is told.
    var tunnelTarget: String { "\(host.contains(":") ? "[\(host)]" : host):\(effectivePort)" }
}

/// The hello of TLS 1.2 (RFC 5246, 7.4.1.2), with those suites of Python's default list that BoringSSL lacks.
private enum Greeting {
    /// DHE_RSA, and ECDHE with CBC and SHA-2; the last one says that nothing is renegotiated.
    private static let suites: [UInt16] = [
        0x009F, 0x009E, 0x006B, 0x0067, 0xC024, 0xC028, 0xC023, 0xC027, 0x00FF,
    ]
    /// x25519, three curves of NIST, and the two groups of RFC 7919 that level 2 takes first.
    private static let groups: [UInt16] = [0x001D, 0x0017, 0x0018, 0x0019, 0x0100, 0x0101]
    private static let signatures: [UInt16] = [
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601,
    ]

    static func bytes(to host: String) -> [UInt8] {
        var extensions = field(10, list(groups)) + field(11, [1, 0]) + field(13, list(signatures))
        // An address of numbers is no name.
        if host.contains(where: \.isLetter), !host.contains(":") {
            let name: [UInt8] = [0] + sized(Array(host.utf8))
            extensions = field(0, sized(name)) + extensions
        }
        var hello: [UInt8] = [3, 3]
        hello += (0..<32).map { _ in UInt8.random(in: 0...255) }
        hello += [0]
        hello += list(suites)
        hello += [1, 0]
        hello += sized(extensions)
        let message: [UInt8] = [1, 0] + sized(hello)
        return [0x16, 3, 1] + sized(message)
    }

    private static func field(_ number: UInt16, _ content: [UInt8]) -> [UInt8] { pair(number) + sized(content) }

    private static func list(_ numbers: [UInt16]) -> [UInt8] { sized(numbers.flatMap(pair)) }

    /// The content behind its length of two bytes.
    private static func sized(_ content: [UInt8]) -> [UInt8] { pair(UInt16(content.count)) + content }

    private static func pair(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
}
