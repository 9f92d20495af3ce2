import ConfluenceModel
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Makes a request that wishes for another protocol the last of its connection.
///
/// The protocol stays what it is, but the decoder reads nothing more after such a wish, which Java's client has by default.
final class UpgradeWishes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), head.headerFields[.upgrade] != nil else {
            return context.fireChannelRead(data)
        }
        // What belongs to the wish goes with it: the next server is asked for nothing.
        for word in (head.headerFields[.connection] ?? "").split(separator: ",") {
            guard let name = HTTPField.Name(String(word).trimmingEdges()), name != .upgrade else { continue }
            head.headerFields[name] = nil
        }
        head.headerFields[.connection] = "close"
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
