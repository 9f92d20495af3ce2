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
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

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
        let part = unwrapInboundIn(data)
        if case .answering = position { waiting.append(part) } else { take(part, context) }
    }

    /// Whoever asks on without waiting for answers is not listened to meanwhile.
    func read(context: ChannelHandlerContext) {
        if case .answering = position { isReadWanted = true } else { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, position) {
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
            write(.head(Self.unreadable), context)
            finish(context)
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

    private static let unreadable = HTTPResponseHead(
        version: .http1_1, status: .badRequest, headers: ["Connection": "close", "Content-Length": "0"])

    // MARK: A request

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, position) {
        case (.head(let head), .idle):
            body = ByteBuffer()
            position = .gathering(head)
            if head.version != .http1_0, head.headers.first(name: "Expect")?.equalsIgnoringCase("100-continue") == true
            {
                write(.head(HTTPResponseHead(version: .http1_1, status: .continue)), context)
                context.flush()
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
        let head = head(of: delivery.response, to: request)
        let body = delivery.response.body
        write(.head(head), context)
        if request.method == .HEAD || body.isEmpty { return finish(context, isWhole: isWhole) }
        switch delivery.connection {
        case .whole, .dropped(afterHead: false):
            write(.body(.byteBuffer(ByteBuffer(bytes: body))), context)
            finish(context, isWhole: isWhole)
        case .dropped(afterHead: true):
            breakOff(context)
        case .truncated(let bytes):
            write(.body(.byteBuffer(ByteBuffer(bytes: body.prefix(bytes)))), context)
            breakOff(context)
        case .dripping(let bytes, let milliseconds):
            context.flush()
            drip(body[...], bytes: max(bytes, 1), milliseconds: milliseconds, context)
        }
    }

    /// The head of an answer, with what it says of the connection; notes whether that is to end.
    private func head(of answer: Response, to request: HTTPRequestHead) -> HTTPResponseHead {
        var head = HTTPResponseHead(of: answer)
        if isLast {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        } else if !request.isKeepAlive || answer.headers["Connection"]?.equalsIgnoringCase("close") == true {
            isLast = true
        } else if request.headers.contains(name: "Upgrade") {
            // The protocol stays what it is, but the decoder reads nothing more after such a wish. Java's client has it.
            isLast = true
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        } else if request.version == .http1_0 {
            head.headers.replaceOrAdd(name: "Connection", value: "keep-alive")
        }
        return head
    }

    private func drip(_ rest: ArraySlice<UInt8>, bytes: Int, milliseconds: Int, _ context: ChannelHandlerContext) {
        if rest.isEmpty { return finish(context) }
        wait(milliseconds, context) {
            self.write(.body(.byteBuffer(ByteBuffer(bytes: rest.prefix(bytes)))), context)
            context.flush()
            self.drip(rest.dropFirst(bytes), bytes: bytes, milliseconds: milliseconds, context)
        }
    }

    private func wait(_ milliseconds: Int, _ context: ChannelHandlerContext, then next: @escaping () -> Void) {
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(milliseconds))) {
            self.pause = nil
            next()
            self.goOn(context)
        }
    }

    private func write(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(part), promise: nil)
    }

    /// Ends the connection in the middle of an answer.
    private func breakOff(_ context: ChannelHandlerContext) {
        position = .ended
        afterwards(context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer())))), close: context)
    }

    /// Ends an answer, of which all but that has been written.
    private func finish(_ context: ChannelHandlerContext, isWhole: Bool = true) {
        guard isLast else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            position = .idle
            return
        }
        position = isWhole ? .ended : .refused
        let written = context.writeAndFlush(wrapOutboundOut(.end(nil)))
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
