import NIOCore
import NIOSSL
import NIOTLS

/// Watches how a TLS handshake ends, and tells of one that came to nothing.
final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let host: String
    private let peer: String?
    /// Whether a fault spoils the handshake on purpose.
    private let isMeantToFail: Bool
    private let troubles: TroubleDesk
    private var isDone = false
    /// Nothing that happens from here on says anything about the handshake.
    private var isOver = false

    init(host: String, peer: String?, isMeantToFail: Bool, troubles: TroubleDesk) {
        self.host = host
        self.peer = peer
        self.isMeantToFail = isMeantToFail
        self.troubles = troubles
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isOver = true
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted: isDone = true
        case ChannelEvent.inputClosed where isDone: tell(.left)
        case is ChannelShouldQuiesceEvent: isOver = true
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        tell(.left)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Many clients close the connection without TLS's farewell.
        if case NIOSSLError.uncleanShutdown = error { tell(.left) } else { tell(Self.reason(error)) }
        context.fireErrorCaught(error)
    }

    private func tell(_ reason: ConnectionTrouble.Reason) {
        guard !isOver else { return }
        isOver = true
        if !isMeantToFail { troubles.tell(ConnectionTrouble(host: host, client: peer, reason: reason)) }
    }

    /// What the library's error means; the alerts are those that clients send about certificates (RFC 8446, section 6.2).
    private static func reason(_ error: any Error) -> ConnectionTrouble.Reason {
        let text = String(describing: error)
        // The last one is how an alert looks that OpenSSL sends in the clear, where TLS 1.3 wants it encrypted.
        let alerts = ["ALERT_UNKNOWN_CA", "ALERT_BAD_CERTIFICATE", "ALERT_CERTIFICATE_UNKNOWN", "BAD_PACKET_LENGTH"]
        if alerts.contains(where: text.contains) { return .untrusted }
        if text.contains("EOF") { return .left }
        let meanings = [
            ("HTTP_REQUEST", "the client speaks plain HTTP"),
            ("WRONG_VERSION_NUMBER", "what the client sent is not TLS"),
            ("UNEXPECTED_MESSAGE", "what the client sent is not TLS"),
            ("UNSUPPORTED_PROTOCOL", "the client knows no TLS later than 1.1"),
            ("NO_SHARED_CIPHER", "the client knows none of the ciphers"),
        ]
        if let (_, meaning) = meanings.first(where: { text.contains($0.0) }) { return .noHandshake(meaning) }
        let code = text.split(separator: "OPENSSL_internal:").dropFirst().first?.prefix { $0 != " " }
        return .noHandshake(code.map(String.init) ?? "the handshake failed")
    }
}
