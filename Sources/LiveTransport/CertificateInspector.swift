import ConfluenceWire
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Says what is wrong with a certificate that was not trusted, which the TLS library's own error doesn't tell.
///
/// It opens a connection of its own, looks at the certificate in the handshake and breaks that off: nothing is sent.
struct CertificateInspector {
    let address: WebAddress
    let timeout: Duration

    /// In words that a person could look up, such as “certificate has expired”; `nil` where it could not be seen.
    func reason(now: Date = Date()) async -> String? {
        guard let chain = try? await chain(), let leaf = chain.first else { return nil }
        if Int(now.timeIntervalSince1970) > leaf.notValidAfter {
            return "certificate has expired: it was valid until \(Self.day(leaf.notValidAfter))"
        }
        if Int(now.timeIntervalSince1970) < leaf.notValidBefore {
            return "certificate is not yet valid: it begins on \(Self.day(leaf.notValidBefore))"
        }
        return chain.count == 1
            ? "unknown authority: the certificate is self-signed, or comes without the one that signed it"
            : "unknown authority: nobody who is trusted here has signed the certificate"
    }

    private func chain() async throws -> [NIOSSLCertificate] {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let seen = loop.makePromise(of: [NIOSSLCertificate].self)
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        let isName = address.host.contains { $0.isLetter } && !address.host.contains(":")
        let host = isName ? address.host : nil
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.nanoseconds(timeout.nanoseconds))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let tls = try NIOSSLClientHandler(
                        context: context, serverHostname: host,
                        customVerificationCallback: { certificates, verdict in
                            seen.succeed(certificates)
                            verdict.succeed(.failed)
                        })
                    try channel.pipeline.syncOperations.addHandlers([tls, EndOfHandshake(seen: seen)])
                }
            }
        let deadline = loop.scheduleTask(in: .nanoseconds(timeout.nanoseconds)) {
            seen.fail(ChannelError.connectTimeout(.seconds(1)))
        }
        defer { deadline.cancel() }
        do {
            let channel = try await bootstrap.connect(host: address.host, port: address.effectivePort).get()
            let chain = try await seen.futureResult.get()
            // The handshake ends by itself once the certificate is refused.
            try? await channel.close()
            return chain
        } catch {
            seen.fail(error)
            throw error
        }
    }

    private static func day(_ time: time_t) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(time)))
    }

    /// A connection that ends before a certificate was seen has none to show.
    private final class EndOfHandshake: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let seen: EventLoopPromise<[NIOSSLCertificate]>

        init(seen: EventLoopPromise<[NIOSSLCertificate]>) {
            self.seen = seen
        }

        func channelInactive(context: ChannelHandlerContext) {
            seen.fail(ChannelError.eof)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            seen.fail(error)
            context.close(promise: nil)
        }
    }
}
