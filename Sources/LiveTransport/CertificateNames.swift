import NIOSSL
import SwiftASN1
import X509

/// The names of hosts for which a certificate is made.
struct CertificateNames {
    /// As the certificate has them, a star standing for one label.
    let hosts: [String]

    /// `nil` for a certificate that can't be read, or that names nobody.
    init?(_ certificate: NIOSSLCertificate) {
        guard let bytes = try? certificate.toDERBytes(), let read = try? Certificate(derEncoded: bytes),
            let names = try? read.extensions.subjectAlternativeNames
        else { return nil }
        hosts = names.compactMap { name in
            guard case .dnsName(let host) = name else { return nil }
            return Self.plain(String(host.prefix(253)))
        }
    }

    /// The names in words, where the host asked for has a name and is none of them.
    func strangers(to host: String) -> String? {
        guard Self.isName(host) else { return nil }
        var asked = host.lowercased()
        if asked.hasSuffix(".") { asked.removeLast() }
        let names = [asked, "*" + asked.drop { $0 != "." }]
        return hosts.contains { names.contains($0.lowercased()) } ? nil : list
    }

    var list: String {
        guard !hosts.isEmpty else { return "IP addresses alone" }
        let more = hosts.count > 5 ? " and \(hosts.count - 5) more" : ""
        return hosts.prefix(5).joined(separator: ", ") + more
    }

    /// Whether a host has a name, and not only a number.
    static func isName(_ host: String) -> Bool { host.contains { $0.isLetter } && !host.contains(":") }

    /// A name that anybody may have chosen, without what a terminal would obey.
    static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}
