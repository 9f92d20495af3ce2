import ConfluenceWire
import NIOCore
import NIOHTTP1
import Simulator

/// Answers the requests of one connection in the order in which they come, on the event loop that reads and writes it.
///
/// An answer is found in less time than it takes to wake another thread, or to pass through the streams of an async
/// channel; so nothing is waited for here but the clock, where a fault asks for that.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private enum Position {
        /// Between two requests.
        case idle
        case gathering(HTTPRequestHead)
        /// An answer is on its way; what comes meanwhile has to wait.
        case answering
        /// The request was refused before its end, which is waited for, lest the refusal be lost.
        case refused
        case ended
    }

    private let front: SiteFront
    private let peer: String?
    private var target: RequestTarget
    private var position = Position.idle
    private var body = ByteBuffer()
    private var waiting = CircularBuffer<HTTPServerRequestPart>()
    private var isReadWanted = false
    /// The method of the head that comes next, where it is none that the decoder knows.
    private var unknownMethod: UnknownMethod?
    /// Whether nothing is to be answered on this connection after the request that is under way.
    private var isLast = false
    private var pause: Scheduled<Void>?

    init(front: SiteFront, scheme: String, peer: String?) {
        self.front = front
        self.peer = peer
        target = RequestTarget(scheme: scheme)
    }

    // MARK: What happens on the connection

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        if let method = unknownMethod, case .head(var head) = part {
            unknownMethod = nil
            head.method = .RAW(value: method.name)
            part = .head(head)
        }
        if case .answering = position { waiting.append(part) } else { take(part, context) }
    }

    /// Whoever asks on without waiting for answers is not listened to meanwhile.
    func read(context: ChannelHandlerContext) {
        if case .answering = position { isReadWanted = true } else { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, position) {
        case (let method as UnknownMethod, _):
            unknownMethod = method
        case (is ChannelShouldQuiesceEvent, .idle):
            close(context)
        case (is ChannelShouldQuiesceEvent, _):
            isLast = true
        case (ChannelEvent.inputClosed, _):
            isLast = true
            // What the client said before it left, an alert of TLS above all, may still be on its way through the pipeline.
            context.eventLoop.assumeIsolated().execute { self.leave(context) }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Ends a connection whose client has said all, unless an answer is on its way.
    private func leave(_ context: ChannelHandlerContext) {
        switch position {
        case .idle, .gathering, .refused: close(context)
        case .answering, .ended: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        waiting.removeAll()
        isLast = true
        switch position {
        case .answering:
            break
        case .idle where Self.isUnreadable(error), .gathering where Self.isUnreadable(error):
            position = .answering
            finish(ByteBuffer(staticString: Self.unreadable), context)
        case .idle, .gathering, .refused, .ended:
            close(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        position = .ended
        waiting.removeAll()
        pause?.cancel()
        context.fireChannelInactive()
    }

    private func close(_ context: ChannelHandlerContext) {
        position = .ended
        context.close(promise: nil)
    }

    /// Whether what came is no HTTP; a client that left in the middle of it is not told so.
    private static func isUnreadable(_ error: any Error) -> Bool {
        guard let error = error as? HTTPParserError else { return false }
        return error != .invalidEOFState
    }

    private static let unreadable: StaticString =
        "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    // MARK: A request

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, position) {
        case (.head(let head), .idle):
            body = ByteBuffer()
            if let fault = head.fault {
                return answer(head, with: SiteFront.refusal(of: fault), isWhole: false, context)
            }
            position = .gathering(head)
            if head.version != .http1_0, head.headers.first(name: "Expect")?.equalsIgnoringCase("100-continue") == true
            {
                write(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n"), context)
            }
        case (.body(var bytes), .gathering(let head)):
            if body.readableBytes == 0 { body = bytes } else { body.writeBuffer(&bytes) }
            if body.readableBytes > SiteFront.bodyLimit {
                body = ByteBuffer()
                answer(head, with: SiteFront.tooLarge, isWhole: false, context)
            }
        case (.end, .gathering(let head)):
            let address = target.address(of: head.uri, host: head.headers.first(name: "Host"))
            let delivery = front.answer(head, at: address, body: body, from: peer)
            body = ByteBuffer()
            answer(head, with: delivery, context)
        case (.end, .refused):
            close(context)
        default:
            break
        }
    }

    // MARK: Its answer

    private func answer(
        _ request: HTTPRequestHead, with delivery: Delivery, isWhole: Bool = true, _ context: ChannelHandlerContext
    ) {
        position = .answering
        if delivery.delayMilliseconds > 0 {
            wait(delivery.delayMilliseconds, context) {
                self.send(delivery, to: request, isWhole: isWhole, context)
            }
        } else {
            send(delivery, to: request, isWhole: isWhole, context)
        }
    }

    private func send(
        _ delivery: Delivery, to request: HTTPRequestHead, isWhole: Bool, _ context: ChannelHandlerContext
    ) {
        if delivery.connection == .dropped(afterHead: false) { return close(context) }
        let body = delivery.response.body
        let isHead = request.method == .HEAD
        var bytes = AnswerBytes(
            delivery.response, connection: connection(after: delivery.response, to: request), isHead: isHead)
        if isHead || body.isEmpty {
            bytes.end()
            return finish(bytes.take(), isWhole: isWhole, context)
        }
        switch delivery.connection {
        case .whole, .dropped(afterHead: false):
            bytes.add(body)
            bytes.end()
            finish(bytes.take(), isWhole: isWhole, context)
        case .dropped(afterHead: true):
            breakOff(bytes.take(), context)
        case .truncated(let count):
            bytes.add(body.prefix(count))
            breakOff(bytes.take(), context)
        case .dripping(let count, let milliseconds):
            write(bytes.take(), context)
            drip(body[...], by: max(count, 1), milliseconds: milliseconds, bytes, context)
        }
    }

    /// What an answer says of the connection, where that is not the answer's own business; notes whether it is to end.
    private func connection(after answer: Response, to request: HTTPRequestHead) -> StaticString? {
        if isLast { return "close" }
        if !request.isKeepAlive || answer.headers["Connection"]?.equalsIgnoringCase("close") == true {
            isLast = true
            return nil
        }
        if request.headers.contains(name: "Upgrade") {
            // The protocol stays what it is, but the decoder reads nothing more after such a wish. Java's client has it.
            isLast = true
            return "close"
        }
        return request.version == .http1_0 ? "keep-alive" : nil
    }

    private func drip(
        _ rest: ArraySlice<UInt8>, by count: Int, milliseconds: Int, _ bytes: AnswerBytes,
        _ context: ChannelHandlerContext
    ) {
        var bytes = bytes
        if rest.isEmpty {
            bytes.end()
            return finish(bytes.take(), context)
        }
        wait(milliseconds, context) {
            bytes.add(rest.prefix(count))
            self.write(bytes.take(), context)
            self.drip(rest.dropFirst(count), by: count, milliseconds: milliseconds, bytes, context)
        }
    }

    private func wait(_ milliseconds: Int, _ context: ChannelHandlerContext, then next: @escaping () -> Void) {
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(milliseconds))) {
            self.pause = nil
            next()
            self.goOn(context)
        }
    }

    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }

    /// Ends the connection in the middle of an answer, with the last that is sent of it.
    private func breakOff(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        position = .ended
        afterwards(context.writeAndFlush(wrapOutboundOut(bytes)), close: context)
    }

    /// Ends an answer with the last that is to be sent of it.
    private func finish(_ bytes: ByteBuffer, isWhole: Bool = true, _ context: ChannelHandlerContext) {
        guard isLast else {
            write(bytes, context)
            position = .idle
            return
        }
        position = isWhole ? .ended : .refused
        let written = context.writeAndFlush(wrapOutboundOut(bytes))
        if isWhole { afterwards(written, close: context) }
    }

    private func afterwards(_ written: EventLoopFuture<Void>, close context: ChannelHandlerContext) {
        written.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }

    /// Takes up what has come while the clock was waited for.
    private func goOn(_ context: ChannelHandlerContext) {
        while !waiting.isEmpty {
            if case .answering = position { return }
            take(waiting.removeFirst(), context)
        }
        guard isReadWanted else { return }
        isReadWanted = false
        context.read()
    }
}
