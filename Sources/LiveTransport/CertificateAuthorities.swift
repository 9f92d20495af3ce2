import ConfluenceWire
import Foundation
import NIOCore
import NIOSSL

/// Whom to trust in TLS: the system's authorities, or those of a file that was named.
struct CertificateAuthorities: Sendable {
    /// The file, and where its name came from.
    private let file: (path: String, source: String)?
    private let verifies: Bool

    /// A flag wins over the variables of the environment, which are asked in the order in which `requests` asks them.
    init(flag: String?, environment: [String: String], verifies: Bool = true) {
        self.verifies = verifies
        if let flag {
            file = (flag, "the CA file")
            return
        }
        let names = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"]
        let name = names.first { environment[$0]?.isEmpty == false }
        file = name.flatMap { name in environment[name].map { ($0, "the CA file of \(name)") } }
    }

    /// Fails when the file can't be read, before a handshake would fail with less clear words.
    func check(host: String) throws(TransportFailure) {
        guard let file, !FileManager.default.isReadableFile(atPath: file.path) else { return }
        throw .tls(host: host, reason: "\(file.source), \(file.path), can't be read")
    }

    /// Of the suites before TLS 1.3 that Python's clients offer, those that the TLS library has: no exchange of keys by
    /// RSA, and SHA-1 nowhere.
    static let suites = [
        "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
        "ECDHE-ECDSA-AES128-SHA256", "ECDHE-RSA-AES128-SHA256",
    ].joined(separator: ":")

    /// What a connection's certificate must stand before it is used.
    func demands(for host: String) -> @Sendable (any Channel) -> EventLoopFuture<Void> {
        { [verifies] channel in
            channel.eventLoop.makeCompletedFuture {
                guard verifies, let shown = try? channel.pipeline.syncOperations.nioSSL_peerCertificate(),
                    let words = CertificateDemands.objection(to: shown, from: host)
                else { return }
                // Not at once: the client library is still setting the connection up.
                channel.eventLoop.execute { channel.close(promise: nil) }
                throw CertificateDemands.Objection(words: words)
            }
        }
    }

    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        // What Python's clients take at least (since 3.10): a site that they can't reach must not look healthy here.
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuites = Self.suites
        if let file { configuration.trustRoots = .file(file.path) }
        if !verifies { configuration.certificateVerification = .none }
        return configuration
    }
}
