import NIOCore
import NIOHTTP1

/// Told before a head whose method is not the one that the decoder put into it.
struct UnknownMethod: Sendable {
    var name: String
}

/// Decodes requests, also those with a method that the library's parser does not know and would refuse at once.
///
/// Tomcat takes any token for a method and leaves it to the application at the address to refuse it. The parser is shown
/// a method in its place that nothing here takes either; who answers is told the one that was sent.
final class RequestDecoder: ByteToMessageDecoder {
    typealias InboundOut = HTTPServerRequestPart

    private var parser = HTTPRequestDecoder()
    /// Whether the end of an unknown method has yet to come.
    private var isWithinMethod = false

    private static let standIn: StaticString = "REPORT"
    /// Longer ones are no honest method.
    private static let longest = 64

    func decoderAdded(context: ChannelHandlerContext) { parser.decoderAdded(context: context) }

    func decoderRemoved(context: ChannelHandlerContext) { parser.decoderRemoved(context: context) }

    func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        if isWithinMethod { return try decodeUnknownMethod(context, &buffer) }
        do {
            return try parser.decode(context: context, buffer: &buffer)
        } catch HTTPParserError.invalidMethod {
            return try decodeUnknownMethod(context, &buffer)
        }
    }

    func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
        try parser.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
    }

    /// Goes on with a parser that has not seen the method, unless what came is no method at all.
    private func decodeUnknownMethod(
        _ context: ChannelHandlerContext, _ buffer: inout ByteBuffer
    ) throws -> DecodingState {
        let bytes = buffer.readableBytesView
        let name = bytes.prefix { $0 != UInt8(ascii: " ") }
        guard !name.isEmpty, name.count <= Self.longest, name.allSatisfy(AnswerBytes.isTokenByte) else {
            throw HTTPParserError.invalidMethod
        }
        isWithinMethod = name.count == bytes.count
        if isWithinMethod { return .needMoreData }
        let method = String(decoding: name, as: UTF8.self)
        // One that the parser knows was not what it stumbled over.
        if case .RAW = HTTPMethod(rawValue: method) {} else { throw HTTPParserError.invalidMethod }
        parser.decoderRemoved(context: context)
        parser = HTTPRequestDecoder()
        parser.decoderAdded(context: context)
        context.fireUserInboundEventTriggered(UnknownMethod(name: method))
        buffer.moveReaderIndex(forwardBy: name.count)
        var standIn = ByteBuffer(staticString: Self.standIn)
        _ = try parser.decode(context: context, buffer: &standIn)
        return try parser.decode(context: context, buffer: &buffer)
    }
}
