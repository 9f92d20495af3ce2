import ConfluenceModel
import ConfluenceWire
import Crypto
import SwiftASN1
import X509

public import struct Foundation.Date

/// A certificate authority made for one run: a client that trusts it takes the simulated sites for the real ones.
///
/// Its key stays in this process and ends with it, so nobody can use the authority afterwards.
public struct CertificateAuthority: Sendable {
    /// The authority's own certificate, as clients want it in a file.
    public let pem: String

    private let now: @Sendable () -> Date
    private let key: Certificate.PrivateKey
    private let name: DistinguishedName
    private let keyIdentifier: SubjectKeyIdentifier

    /// - Parameter now: The real time, whatever the sites' clocks say: clients hold certificates against their own.
    public init(now: @escaping @Sendable () -> Date) throws {
        self.now = now
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let keyIdentifier = SubjectKeyIdentifier(hash: key.publicKey)
        // A name of its own, so that the authorities of two runs in one file of trusted ones are not mixed up.
        let mark = keyIdentifier.keyIdentifier.prefix(4).map { UInt32($0).hexadecimal(digits: 2) }.joined()
        let name = try Self.name("Simulator CA \(mark)")
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: key.publicKey,
            notValidBefore: now().addingTimeInterval(-Self.day),
            notValidAfter: now().addingTimeInterval(365 * Self.day),
            issuer: name,
            subject: name,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                keyIdentifier
            },
            issuerPrivateKey: key)
        self.key = key
        self.keyIdentifier = keyIdentifier
        self.name = name
        pem = try certificate.serializeAsPEM().pemString + "\n"
    }

    /// A certificate that a server shows, with the key that belongs to it.
    struct Leaf: Sendable {
        /// In DER.
        var certificate: [UInt8]
        /// In PEM.
        var privateKey: String
        /// When another should take its place.
        var renewal: Date
    }

    /// Makes a certificate for a host name or an address, with what a fault makes wrong about it.
    func issue(for host: String, fault: FaultRule.CertificateFault? = nil) throws -> Leaf {
        let leafKey = P256.Signing.PrivateKey()
        let publicKey = Certificate.PublicKey(leafKey.publicKey)
        let names = fault == .wrongHost ? [GeneralName.dnsName(Self.anotherHost)] : Self.names(for: host)
        let subject = try Self.name(fault == .wrongHost ? Self.anotherHost : host)
        let isSelfSigned = fault == .selfSigned
        let ownIdentifier = SubjectKeyIdentifier(hash: publicKey)
        let today = now()
        let end = today.addingTimeInterval((fault == .expired ? -1 : 90) * Self.day)
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: publicKey,
            notValidBefore: today.addingTimeInterval((fault == .expired ? -91 : -1) * Self.day),
            notValidAfter: end,
            issuer: isSelfSigned ? subject : name,
            subject: subject,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(names)
                AuthorityKeyIdentifier(
                    keyIdentifier: (isSelfSigned ? ownIdentifier : keyIdentifier).keyIdentifier)
                ownIdentifier
            },
            issuerPrivateKey: isSelfSigned ? Certificate.PrivateKey(leafKey) : key)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return Leaf(
            certificate: serializer.serializedBytes, privateKey: leafKey.pemRepresentation,
            renewal: today.addingTimeInterval(60 * Self.day))
    }

    /// Whether a certificate should make room for a new one.
    func isDue(_ leaf: Leaf) -> Bool { leaf.renewal <= now() }

    // MARK: Parts of a certificate

    private static let day: Double = 24 * 60 * 60

    /// The site whose certificate is shown in the place of the right one; `.example` belongs to nobody.
    private static let anotherHost = "another-site.example"

    private static func name(_ commonName: String) throws -> DistinguishedName {
        try DistinguishedName {
            OrganizationName("confluence-doctor")
            // The standard ends such a name at 64 characters; what counts for clients are the alternative names.
            CommonName(commonName.count <= 64 ? commonName : "simulated site")
        }
    }

    /// Where this machine is called by one of its own names, the certificate holds for the others too.
    private static func names(for host: String) -> [GeneralName] {
        let hosts = AdminDesk.isLocal(host) ? ["localhost", "127.0.0.1", "::1"] : []
        return (hosts.contains(host) ? hosts : [host] + hosts).map { host in
            guard let bytes = IPNetwork.bytes(of: host) else { return .dnsName(host) }
            return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
        }
    }
}
