import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import LiveTransport
import Synchronization
import Testing

/// What OpenSSL 3.0.19 does beneath requests 2.32.5 and Python 3.12 was seen against `openssl s_server`.
@Suite("TLS is judged as the toolkit's client judges it")
struct PythonTLSTests {
    private static let answer = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}"

    @Test("a sound certificate is taken, with a suite that those clients have")
    func sound() async throws {
        try await TLSServer.run(.sound, answer: Self.answer) { server in
            let response = try await Self.ask(server, trusting: .sound)
            #expect(response.status == 200)
        }
        let suites = ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-RSA-AES128-SHA256"]
        for suites in suites {
            try await TLSServer.run(.sound, suites: suites, answer: Self.answer) { server in
                let response = try await Self.ask(server, trusting: .sound)
                #expect(response.status == 200, "\(suites)")
            }
        }
    }

    @Test(
        "a certificate that they refuse is refused, with the cause",
        arguments: [
            (TestCertificate.shortKey, CauseID.certificateWeak, "1024 bits"), (.sha1, .certificateWeak, "SHA-1"),
            (.commonNameAlone, .certificateWrongHost, "common name"),
            (.addressAlone, .certificateWrongHost, "is for *.acme.example"),
            (.signerEnded, .certificateExpired, "Acme Intermediate"),
        ])
    func refused(_ shown: TestCertificate, _ cause: CauseID, _ words: String) async throws {
        try await TLSServer.run(shown, answer: Self.answer) { server in
            let report = try await Self.diagnose(server.port, trusting: shown)
            let first = try #require(report.causes.first, "\(report.notes)")
            #expect(first.id == cause, "\(report.causes.map(\.explanation))")
            #expect(first.isProven)
            #expect(first.explanation.contains(words), "\(first.explanation)")
            #expect(report.requests == 1)
        }
    }

    @Test("of a certificate that nobody knows it is told, too, when it is for other hosts")
    func asDelivered() async throws {
        try await TLSServer.run(.asDelivered, answer: Self.answer) { server in
            let report = try await Self.diagnose(server.port, trusting: .sound)
            let first = try #require(report.causes.first, "\(report.notes)")
            #expect(first.id == .certificateUntrusted)
            #expect(
                first.explanation.contains("made for appliance.invalid, www.appliance.invalid"), "\(first.explanation)")
        }
        try await TLSServer.run(.shortKey, answer: Self.answer) { server in
            let report = try await Self.diagnose(server.port, trusting: .sound)
            #expect(
                report.causes.first?.explanation.contains("made for") == false, "\(report.causes.map(\.explanation))")
        }
    }

    @Test("who checks no certificates is kept from none")
    func unchecked() async throws {
        try await TLSServer.run(.shortKey, answer: Self.answer) { server in
            let transport = LiveTransport(timeout: .seconds(60), verifiesCertificates: false)
            let response = try await transport.send(Request(.get, Self.address(server.port)))
            #expect(response.status == 200)
            await transport.shutdown()
        }
    }

    @Test("suites that they don't offer are not offered", arguments: ["AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA"])
    func suites(_ suites: String) async throws {
        try await TLSServer.run(.sound, suites: suites, answer: Self.answer) { server in
            let report = try await Self.diagnose(server.port, trusting: .sound)
            #expect(report.causes.first?.id == .tlsVersion, "\(report.causes.map(\.explanation))")
            #expect(report.causes.first?.isProven == true)
        }
    }

    @Test("a server with nothing but suites that they have and this program lacks leaves it undecided")
    func otherSuites() async throws {
        let refusal: [UInt8] = [0x15, 3, 3, 0, 2, 2, 40]
        // The hello of a server that picks DHE_RSA_WITH_AES_128_GCM_SHA256.
        let hello: [UInt8] = [3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0, 0x9E, 0]
        let greeting: [UInt8] = [0x16, 3, 3, 0, UInt8(hello.count + 4), 2, 0, 0, UInt8(hello.count)] + hello
        let connections = Mutex(0)
        let choose: @Sendable (String) -> [UInt8] = { _ in
            connections.withLock { count in
                count += 1
                // The request, and the look for a certificate; then it is asked for other suites.
                return count < 3 ? refusal : greeting
            }
        }
        try await RawServer.run(.choosing(choose)) { server in
            let report = try await Self.diagnose(server.port, trusting: .sound)
            #expect(report.verdict == .undecided, "\(report.causes.map(\.explanation))")
            #expect(report.causes.isEmpty)
            #expect(report.notes.contains { $0.contains("such as DHE") }, "\(report.notes)")
        }
        #expect(connections.withLock(\.self) == 3)
    }

    @Test("a body that ends with the connection is whole without TLS's goodbye", arguments: [true, false])
    func goodbye(_ isSaid: Bool) async throws {
        let answer = "HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close\n\n{\"whole\": true}"
        try await TLSServer.run(.sound, answer: answer, saysGoodbye: isSaid) { server in
            let response = try await Self.ask(server, trusting: .sound)
            #expect(response.text == "{\"whole\": true}")
        }
        try await TLSServer.run(.sound, answer: Self.answer, saysGoodbye: isSaid) { server in
            let response = try await Self.ask(server, trusting: .sound)
            #expect(response.status == 200)
        }
    }

    @Test("an answer that breaks off is broken with and without a goodbye", arguments: [true, false])
    func brokenOff(_ isSaid: Bool) async throws {
        for answer in ["HTTP/1.1 200 OK\nContent-Length: 20\n\n{}", "HTTP/1.1 200"] {
            try await TLSServer.run(.sound, answer: answer, saysGoodbye: isSaid) { server in
                let failure = await #expect(throws: TransportFailure.self) {
                    try await Self.ask(server, trusting: .sound)
                }
                let kind = failure.map { Obstacle.failure($0).kind }
                #expect(kind == .connectionDropped, "\(answer): \(String(describing: failure))")
            }
        }
    }

    private static func address(_ port: Int) -> WebAddress {
        WebAddress(scheme: "https", host: "localhost", port: port)
    }

    private static func trusting<Result>(
        _ certificate: TestCertificate, _ body: (LiveTransport) async throws -> Result
    ) async throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
        try Data(certificate.trusted.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let transport = LiveTransport(timeout: .seconds(60), caFile: file.path)
        do {
            let result = try await body(transport)
            await transport.shutdown()
            return result
        } catch {
            await transport.shutdown()
            throw error
        }
    }

    private static func ask(_ server: TLSServer, trusting certificate: TestCertificate) async throws -> Response {
        try await trusting(certificate) { try await $0.send(Request(.get, address(server.port))) }
    }

    private static func diagnose(_ port: Int, trusting certificate: TestCertificate) async throws -> DiagnosisReport {
        try await trusting(certificate) { transport in
            let configuration = ToolkitConfiguration(
                credential: CredentialConfiguration(
                    baseURL: "https://localhost:\(port)", hosting: .server, token: Secret("an-ordinary-token")),
                spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
            return await Doctor(send: transport.send, now: { .now }).diagnose(configuration)
        }
    }
}
