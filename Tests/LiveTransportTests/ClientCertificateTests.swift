import ConfluenceWire
import Diagnosis
import Foundation
import LiveTransport
import Testing

@Suite("A handshake that a server ends is read by how far it came")
struct ClientCertificateTests {
    @Test("behind the server's own certificate it is for want of the client's, before it for want of a version")
    func handshakeFailure() async throws {
        try await expect(.tlsVersion, of: Self.refusal)
        try await expect(.clientCertificate, of: Self.serversPart + Self.refusal)
        try await expect(.plainPort, of: Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
    }

    private func expect(_ kind: Obstacle.Kind, of answer: [UInt8]) async throws {
        try await RawServer.run(.bytes(answer, closing: false)) { server in
            let transport = LiveTransport(timeout: .seconds(60), verifiesCertificates: false)
            let url = WebAddress(scheme: "https", host: "127.0.0.1", port: server.port)
            let failure = await #expect(throws: TransportFailure.self) { try await transport.send(Request(.get, url)) }
            #expect(failure.map { Obstacle.failure($0).kind } == kind, "\(String(describing: failure))")
            await transport.shutdown()
        }
    }

    // MARK: What a server writes in TLS 1.2

    /// The alert of a server that goes no further: fatal, handshake_failure.
    private static let refusal: [UInt8] = [0x15, 3, 3, 0, 2, 2, 40]

    /// A hello with ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, and the certificate.
    private static let serversPart: [UInt8] = {
        let hello: [UInt8] = [3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0xC0, 0x2B, 0]
        let leaf = Data(base64Encoded: certificate).map(Array.init) ?? []
        return record(message(2, hello) + message(11, sized(sized(leaf))))
    }()

    private static func record(_ content: [UInt8]) -> [UInt8] {
        [0x16, 3, 3, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    }

    private static func message(_ type: UInt8, _ content: [UInt8]) -> [UInt8] { [type] + sized(content) }

    /// The content behind its length of three bytes.
    private static func sized(_ content: [UInt8]) -> [UInt8] {
        [0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    }

    /// A self-signed certificate of wiki.acme.example, whose key nobody kept.
    private static let certificate = """
        MIIBsjCCAVmgAwIBAgIUWGX9Pnwc2JUUwjuWWbxziX+tdU8wCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRd2lraS5hY21lLmV4\
        YW1wbGUwIBcNMjYxMTI2MjAzOTAxWhgPMjEyNjExMDIyMDM5MDFaMBwxGjAYBgNVBAMMEXdpa2kuYWNtZS5leGFtcGxlMFkw\
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjr0HsbZAT0neIKNTKBCAudnQKCvMcsPLvoLCMUArnIE4yXHZlUB1PUJw1omxzu9b\
        9iuEd8BgWSNHm5+xDBE56aN3MHUwHQYDVR0OBBYEFIn2e9STQTH3n+OstvKQXo8pFiD2MB8GA1UdIwQYMBaAFIn2e9STQTH3\
        n+OstvKQXo8pFiD2MA8GA1UdEwEB/wQFMAMBAf8wIgYDVR0RBBswGYIRd2lraS5hY21lLmV4YW1wbGWHBH8AAAEwCgYIKoZI\
        zj0EAwIDRwAwRAIgFefWE5uuYbjOnWztFgjVZ1mS/3KB5gnaRT68RYAiTlYCIEQ/z20spL5ToIfcwuOazr3ptaTDZB7mwliI\
        X/xNgpdG
        """
}
