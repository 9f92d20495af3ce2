import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Puts the reason phrase of an answer behind its status, also one that the status usually does not have.
///
/// The server library knows a usual status by its number alone, and forgets the phrase on the way to the socket; so
/// another phrase travels among the fields as far as this handler, which takes it out.
final class ReasonPhraseHandler: ChannelOutboundHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private static let field = "X-Reason-Phrase-Of-This-Answer"

    /// Sends the phrase along, where the status alone would not bring it about.
    static func attach(_ phrase: String?, to head: inout HTTPResponse) {
        guard let phrase, phrase != head.status.reasonPhrase, let name = HTTPField.Name(field) else { return }
        head.headerFields.append(HTTPField(name: name, value: phrase))
    }

    /// Adds the handler between the socket and what reads and writes the library's own messages.
    static func add(to channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        try pipeline.addHandler(ReasonPhraseHandler(), position: .before(codec))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), let phrase = head.headers.first(name: Self.field) else {
            context.write(data, promise: promise)
            return
        }
        head.headers.remove(name: Self.field)
        head.status = .custom(code: head.status.code, reasonPhrase: phrase)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
