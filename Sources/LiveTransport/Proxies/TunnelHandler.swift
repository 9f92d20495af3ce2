import ConfluenceWire
import NIOCore

/// Has a proxy open the way to a host, and hands the connection over once it has.
final class TunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let target: String
    private let proxy: Proxy
    private let opened: (ChannelPipeline.SynchronousOperations) throws -> Void
    private var head = ByteBuffer()

    /// A proxy's answer to the wish for a tunnel is no longer than that.
    private static let limit = 16_384

    /// - Parameter opened: Puts into the pipeline what is to speak through the tunnel.
    init(to target: String, by proxy: Proxy, opened: @escaping (ChannelPipeline.SynchronousOperations) throws -> Void) {
        self.target = target
        self.proxy = proxy
        self.opened = opened
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(proxy.wish(for: target)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        head.writeBuffer(&part)
        let text = String(buffer: head)
        guard text.contains("\r\n\r\n") else {
            if head.readableBytes > Self.limit { context.close(promise: nil) }
            return
        }
        // “HTTP/1.1 200 Connection established”: whoever speaks TLS then waits for the client to begin.
        let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) } ?? 0
        guard (200...299).contains(status) else { return context.close(promise: nil) }
        do {
            try opened(context.pipeline.syncOperations)
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        } catch {
            context.fireErrorCaught(error)
        }
    }
}

extension Proxy {
    /// The request for a tunnel, with the proxy's own login.
    func wish(for target: String) -> ByteBuffer {
        var lines = "CONNECT \(target) HTTP/1.1\r\nHost: \(target)\r\n"
        if let login = authorization { lines += "Proxy-Authorization: \(login.headerValue)\r\n" }
        return ByteBuffer(string: lines + "\r\n")
    }
}
