import ConfluenceModel
import ConfluenceWire
import NIOCore
import NIOSSL
import Simulator
import Synchronization

/// Chooses what a new TLS connection is shown: the certificate of its host, or what a fault puts in its place.
final class CertificateDesk: Sendable {
    private let authority: CertificateAuthority
    private let answers: @Sendable (String) -> Bool
    private let faults: @Sendable (String) -> FaultRule.CertificateFault?
    /// Only hosts that are answered for have certificates, so there are never many.
    private let prepared = Mutex<[Exhibit: Prepared]>([:])

    private struct Exhibit: Hashable {
        var host: String
        var fault: FaultRule.CertificateFault?
    }

    private struct Prepared {
        var leaf: CertificateAuthority.Leaf
        var context: NIOSSLContext
    }

    /// - Parameters:
    ///   - answers: Whether a host is answered for here.
    ///   - faults: What is to be wrong with the certificate of a host.
    init(
        authority: CertificateAuthority,
        answers: @escaping @Sendable (String) -> Bool,
        faults: @escaping @Sendable (String) -> FaultRule.CertificateFault? = { _ in nil }
    ) {
        self.authority = authority
        self.answers = answers
        self.faults = faults
    }

    convenience init(authority: CertificateAuthority, simulators: [Simulator]) {
        self.init(authority: authority) { host in
            simulators.contains { $0.answers(host: host) }
        } faults: { host in
            Self.fault(at: host, among: simulators)
        }
    }

    func serves(_ host: String) -> Bool { answers(host) }

    /// The fault that connections to a host meet now.
    func fault(at host: String) -> FaultRule.CertificateFault? { faults(host) }

    /// At the gateway, a fault that all sites behind it have.
    private static func fault(at host: String, among simulators: [Simulator]) -> FaultRule.CertificateFault? {
        let answering = simulators.filter { $0.answers(host: host) }
        if let own = answering.first(where: { $0.definition.host.equalsIgnoringCase(host) }) {
            return own.certificateFault
        }
        // Names of this machine lead to the first site.
        let meant = AdminDesk.isLocal(host) ? Array(answering.prefix(1)) : answering
        guard let fault = meant.first?.certificateFault else { return nil }
        return meant.allSatisfy { $0.certificateFault == fault } ? fault : nil
    }

    /// What TLS needs to serve one connection to that host.
    func context(for host: String) throws -> NIOSSLContext {
        let exhibit = Exhibit(host: host, fault: fault(at: host))
        return try prepared.withLock { prepared in
            if let known = prepared[exhibit], !authority.isDue(known.leaf) { return known.context }
            let leaf = try authority.issue(for: host, fault: exhibit.fault)
            let context = try NIOSSLContext(configuration: Self.configuration(showing: leaf, fault: exhibit.fault))
            prepared[exhibit] = Prepared(leaf: leaf, context: context)
            return context
        }
    }

    private static func configuration(
        showing leaf: CertificateAuthority.Leaf,
        fault: FaultRule.CertificateFault?
    ) throws -> TLSConfiguration {
        let certificate = try NIOSSLCertificate(bytes: leaf.certificate, format: .der)
        let key = try NIOSSLPrivateKey(bytes: Array(leaf.privateKey.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
        configuration.minimumTLSVersion = fault == .oldProtocol ? .tlsv1 : .tlsv12
        configuration.maximumTLSVersion = fault == .oldProtocol ? .tlsv11 : nil
        configuration.applicationProtocols = ["http/1.1"]
        // Clients that keep a connection for later don't answer a farewell; waiting for it would hold up the end.
        configuration.shutdownTimeout = .milliseconds(100)
        return configuration
    }
}
