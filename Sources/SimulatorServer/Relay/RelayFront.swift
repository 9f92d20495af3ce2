import ConfluenceModel
import ConfluenceWire
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore

/// Stands between the socket and the way to another site: hands requests over as they come, and answers as they come back.
struct RelayFront: Front {
    let hosts: [String]
    let send: StreamedSend
    let troubles: TroubleDesk

    /// Thrown to make the server close the connection in the middle of an answer.
    private struct AnswerBroken: Error {}

    /// Whether requests for a host are passed on: by the sites' own names, and by those of this machine.
    func serves(_ host: String) -> Bool {
        hosts.contains { $0.equalsIgnoringCase(host) } || AdminDesk.isLocal(host) || IPNetwork.bytes(of: host) != nil
    }

    func refusal(of host: String) -> String {
        "\(host) is not passed on to here; passed on to: \(hosts.joined(separator: ", "))"
    }

    func tellRefused(_ host: String, peer: String?) {
        troubles.tell(ConnectionTrouble(host: host, client: peer, reason: .notPassedOn))
    }

    func carry(over channel: any Channel, scheme: String, logger: Logger) -> EventLoopFuture<Carrier> {
        let responder: HTTP1Channel.Responder = { request, writer, channel in
            try await answer(request, writer, scheme: scheme, peer: channel.remoteAddress?.ipAddress)
        }
        let http = HTTP1Channel(
            responder: responder, configuration: .init(additionalChannelHandlers: [UpgradeWishes()]))
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            try ReasonPhraseHandler.add(to: channel)
            return Carrier { await http.handle(value: value, logger: logger) }
        }
    }

    @concurrent
    private func answer(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter, scheme: String, peer: String?
    ) async throws {
        var target = RequestTarget(scheme: scheme)
        let address = target.address(of: request.head.path ?? "/", host: request.head.authority)
        guard let address, request.method != .connect else {
            return try await refuse(400, "the request's host or path can't be read", writer)
        }
        guard serves(address.host) else {
            tellRefused(address.host, peer: peer)
            return try await refuse(502, refusal(of: address.host), writer)
        }
        let upgrade = request.headers[.upgrade]?.lowercased() ?? ""
        guard !upgrade.contains("websocket") else {
            return try await refuse(501, "a websocket can't be recorded; HTTP requests are passed on", writer)
        }
        var asked = StreamedRequest(
            head: MessageConversion.request(request.head, address: address, body: ByteBuffer()))
        asked.head.clientAddress = peer
        asked.length = request.headers[.contentLength].flatMap { Int($0) }
        if (asked.length ?? 0) > 0 || request.headers[.transferEncoding] != nil {
            asked.body = ByteStream(request.body, bytes: { Array($0.readableBytesView) })
        }
        if asked.body != nil, asked.head.headers["Expect"]?.lowercased().contains("100-continue") == true {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        let answer: StreamedResponse
        do {
            answer = try await send(asked)
        } catch let failure as TransportFailure {
            return try await refuse(502, "no answer to pass on: \(failure)", writer)
        }
        try await write(
            answer, isHead: request.method == .head, isLast: request.headers[.upgrade] != nil, to: writer)
    }

    @concurrent
    private func write(
        _ answer: StreamedResponse, isHead: Bool, isLast: Bool, to writer: consuming ResponseWriter
    ) async throws {
        let status = answer.head.status
        var head = MessageConversion.bareHead(of: answer.head)
        if isLast { head.headerFields[.connection] = "close" }
        guard !isHead, status >= 200, status != 204, status != 304 else {
            // Without it the size of nothing would be told in a form that has a body.
            if head.headerFields[.contentLength] == nil, isHead { head.headerFields[.connection] = "close" }
            for try await _ in answer.body {}
            return try await writer.writeResponse(head)
        }
        // Short answers, which most are, go out in one piece.
        var pieces = answer.body.makeAsyncIterator()
        let length = head.headerFields[.contentLength].flatMap { Int($0) }
        let first = try await firstPiece(&pieces)
        guard let first, first.count != length else {
            _ = try await pieces.next()
            return try await writer.write(response: head, body: .init(byteBuffer: ByteBuffer(bytes: first ?? [])))
        }
        var rest = try await writer.writeHead(head)
        try await rest.write(ByteBuffer(bytes: first))
        while let piece = try await pieces.next() { try await rest.write(ByteBuffer(bytes: piece)) }
        try await rest.finish(nil)
    }

    private func firstPiece(_ pieces: inout ByteStream.Iterator) async throws -> [UInt8]? {
        try await pieces.next()
    }

    /// An answer of the server itself, in plain text, so that nobody takes it for the site's.
    @concurrent
    private func refuse(_ status: Int, _ text: String, _ writer: consuming ResponseWriter) async throws {
        let answer = Response(
            status: status,
            headers: [
                "Content-Type": "text/plain; charset=utf-8", "Server": "confluence-doctor", "Connection": "close",
            ],
            body: Array("confluence-doctor: \(text)\n".utf8))
        try await writer.write(
            response: MessageConversion.head(of: answer), body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
