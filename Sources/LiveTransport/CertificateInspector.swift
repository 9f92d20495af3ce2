import ConfluenceWire
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import SwiftASN1
import X509

/// Says what is wrong with a certificate that was not trusted, which the TLS library's own error doesn't tell.
///
/// It opens a connection of its own, looks at the certificate in the handshake and breaks that off: nothing is sent.
struct CertificateInspector {
    let address: WebAddress
    /// The proxy that opens the way there, if one does.
    let proxy: Proxy?
    let timeout: Duration

    /// In words that a person could look up, such as “certificate has expired”; `nil` where it could not be seen.
    func reason(now: Date = Date()) async -> String? {
        guard let chain = try? await chain(), let leaf = chain.first else { return nil }
        if Self.hasEnded(leaf, now) {
            return "certificate has expired: it was valid until \(Self.day(leaf.notValidAfter))"
        }
        if Int(now.timeIntervalSince1970) < leaf.notValidBefore {
            return "certificate is not yet valid: it begins on \(Self.day(leaf.notValidBefore))"
        }
        // Clients name it alike where one of those that signed it has ended; a root that is shown is looked at by nobody.
        if let ended = chain.dropFirst().first(where: { Self.hasEnded($0, now) && !Self.isRoot($0) }) {
            let name = Self.names(of: ended).map { " of “\($0.subject.prefix(200))”" } ?? ""
            let end = Self.day(ended.notValidAfter)
            return "certificate has expired: the one\(name), which signed it, was valid until \(end)"
        }
        let names = Self.names(of: leaf)
        let others = CertificateNames(leaf)?.strangers(to: address.host).map { ", and made for \($0)" } ?? ""
        // Behind the mark of the issuer stands what others have chosen.
        let issuer = names.map { "\(TransportFailure.issuedBy)“\($0.issuer.prefix(200))”\(others)" } ?? ""
        if let names, names.issuer == names.subject {
            return "unknown authority: the certificate is self-signed\(issuer)"
        }
        return chain.count == 1
            ? "unknown authority: the certificate comes without the one that signed it\(issuer)"
            : "unknown authority: nobody who is trusted here has signed the certificate\(issuer)"
    }

    /// Whether the handshake comes as far as the server's certificate.
    func isShownCertificate() async -> Bool { await (try? chain()) != nil }

    /// For which hosts the certificate was made; `nil` where that could not be seen.
    func otherHosts() async -> String? {
        guard let leaf = try? await chain().first, let names = CertificateNames(leaf), !names.hosts.isEmpty else {
            return nil
        }
        return FailureReader.otherHosts + names.list
    }

    private static func hasEnded(_ certificate: NIOSSLCertificate, _ now: Date) -> Bool {
        Int(now.timeIntervalSince1970) > certificate.notValidAfter
    }

    private static func isRoot(_ certificate: NIOSSLCertificate) -> Bool {
        names(of: certificate).map { $0.issuer == $0.subject } ?? false
    }

    /// Who issued a certificate, and to whom, as it says itself.
    private static func names(of certificate: NIOSSLCertificate) -> (issuer: String, subject: String)? {
        guard let bytes = try? certificate.toDERBytes(), let read = try? Certificate(derEncoded: bytes) else {
            return nil
        }
        return (CertificateNames.plain("\(read.issuer)"), CertificateNames.plain("\(read.subject)"))
    }

    private func chain() async throws -> [NIOSSLCertificate] {
        var configuration = TLSConfiguration.makeClientConfiguration()
        // A server that shows its certificate to other suites only has refused these before.
        configuration.cipherSuites = CertificateAuthorities.suites
        let context = try NIOSSLContext(configuration: configuration)
        let host = CertificateNames.isName(address.host) ? address.host : nil
        let glance = Glance(
            host: proxy?.host ?? address.host, port: proxy?.port ?? address.effectivePort, timeout: timeout)
        return try await glance.see { [proxy, target = address.tunnelTarget] channel, seen in
            let handshake: @Sendable () throws -> NIOSSLClientHandler = {
                try NIOSSLClientHandler(
                    context: context, serverHostname: host,
                    customVerificationCallback: { certificates, verdict in
                        seen.succeed(certificates)
                        verdict.succeed(.failed)
                    })
            }
            let pipeline = channel.pipeline.syncOperations
            let end = EndOfHandshake(seen: seen)
            guard let proxy else { return try pipeline.addHandlers([try handshake(), end]) }
            let tunnel = TunnelHandler(to: target, by: proxy) { pipeline in
                try pipeline.addHandler(try handshake(), position: .before(end))
            }
            try pipeline.addHandlers([tunnel, end])
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
