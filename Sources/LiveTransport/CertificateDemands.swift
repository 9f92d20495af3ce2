import NIOSSL
import SwiftASN1

/// What Python's clients ask of a server's certificate beyond what the TLS library does.
///
/// They use OpenSSL at its security level 2, which takes no RSA key under 2048 bits and no signature by SHA-1, and
/// urllib3 has it read the alternative names alone, of which those that are IP addresses stand for no name of a host.
enum CertificateDemands {
    /// A certificate that was verified, and that those clients refuse all the same.
    struct Objection: Error {
        var words: String
    }

    /// In the words of OpenSSL, as far as it has any; `nil` where nothing is amiss, or the certificate can't be read.
    static func objection(to certificate: NIOSSLCertificate, from host: String) -> String? {
        guard let bytes = try? certificate.toDERBytes(), let parts = try? Parts(bytes) else { return nil }
        if let bits = parts.bitsOfRSA, bits < 2048 {
            return "EE certificate key too weak: an RSA key of \(bits) bits, and at least 2048 are wanted"
        }
        if !parts.isSelfSigned, Parts.weakSignatures.contains(parts.signature) {
            return "CA signature digest algorithm too weak: the certificate is signed by SHA-1 or MD5"
        }
        if !parts.hasAlternativeName {
            return
                "hostname mismatch: the certificate names its host in the common name alone, which isn't read any more"
        }
        if let strangers = CertificateNames(certificate)?.strangers(to: host) {
            return "\(FailureReader.otherHosts)\(strangers)"
        }
        return nil
    }

    /// What counts of a certificate, read without a library that refuses weak ones.
    private struct Parts {
        var signature: ASN1ObjectIdentifier
        var isSelfSigned: Bool
        /// `nil` for a key of another kind.
        var bitsOfRSA: Int?
        var hasAlternativeName: Bool

        static let weakSignatures: Set<ASN1ObjectIdentifier> = [
            [1, 2, 840, 113549, 1, 1, 5], [1, 2, 840, 113549, 1, 1, 4], [1, 2, 840, 10045, 4, 1],
        ]
        private static let rsa: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
        private static let alternativeName: ASN1ObjectIdentifier = [2, 5, 29, 17]

        init(_ bytes: [UInt8]) throws {
            let whole = try Self.children(of: DER.parse(bytes))
            let body = try Self.children(of: Self.child(0, of: whole))
            signature = try Self.identifier(in: Self.child(1, of: whole))
            // The version may be left out.
            let start = body.first?.identifier.tagClass == .contextSpecific ? 1 : 0
            let issuer = try Self.child(start + 2, of: body)
            let subject = try Self.child(start + 4, of: body)
            isSelfSigned = issuer.encodedBytes.elementsEqual(subject.encodedBytes)
            let key = try Self.children(of: Self.child(start + 5, of: body))
            if try Self.identifier(in: Self.child(0, of: key)) == Self.rsa {
                bitsOfRSA = try Self.bits(ofRSA: ASN1BitString(derEncoded: Self.child(1, of: key)).bytes)
            }
            hasAlternativeName = try body.dropFirst(start + 6).contains { node in
                guard node.identifier.tagClass == .contextSpecific, node.identifier.tagNumber == 3,
                    let list = try Self.children(of: node).first
                else { return false }
                return try Self.children(of: list).contains { try Self.identifier(in: $0) == Self.alternativeName }
            }
        }

        private static func bits(ofRSA key: ArraySlice<UInt8>) throws -> Int {
            let number = try child(0, of: children(of: DER.parse(key)))
            guard case .primitive(let bytes) = number.content else { throw Unreadable() }
            let digits = bytes.drop { $0 == 0 }
            return digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
        }

        private static func identifier(in node: ASN1Node) throws -> ASN1ObjectIdentifier {
            try ASN1ObjectIdentifier(derEncoded: child(0, of: children(of: node)))
        }

        private static func children(of node: ASN1Node) throws -> [ASN1Node] {
            guard case .constructed(let nodes) = node.content else { throw Unreadable() }
            return Array(nodes)
        }

        private static func child(_ index: Int, of nodes: [ASN1Node]) throws -> ASN1Node {
            guard nodes.indices.contains(index) else { throw Unreadable() }
            return nodes[index]
        }

        private struct Unreadable: Error {}
    }
}
