import ConfluenceTesting
import ConfluenceWire
import Foundation
import LiveTransport
import SimulatorServer

/// Sites that are served over TLS, and what their clients need.
struct SecureSites {
    let server: RunningSimulatorServer
    /// The file with the run's certificate authority.
    let caFile: String
    /// Connections that came to nothing, as they become known.
    let troubles: AsyncStream<ConnectionTrouble>

    var proxy: WebAddress? {
        server.proxyPort.map { WebAddress(scheme: "http", host: "127.0.0.1", port: $0) }
    }

    /// Serves while the body runs, on free ports.
    static func serving(
        _ sites: [ConfluenceSite],
        proxyPort: Int? = 0,
        onMainPort: Bool = false,
        _ body: (SecureSites) async throws -> Void
    ) async throws {
        let authority = try CertificateAuthority(now: { Date() })
        let file = FileManager.default.temporaryDirectory.appending(path: "ca-\(UUID().uuidString).pem")
        try Data(authority.pem.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (troubles, told) = AsyncStream.makeStream(of: ConnectionTrouble.self)
        var options = SimulatorServer.Options()
        options.secure = .init(authority: authority, proxyPort: proxyPort, onMainPort: onMainPort)
        options.onTrouble = { told.yield($0) }
        let server = try await SimulatorServer.start(sites.map(\.simulator), options: options)
        do {
            try await body(SecureSites(server: server, caFile: file.path(), troubles: troubles))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// Sends a request over a connection of its own.
    ///
    /// - Parameters:
    ///   - trusting: Whether the client was given the authority.
    ///   - proxy: Another than the proxy port.
    func send(
        _ request: Request,
        trusting: Bool = true,
        proxy other: WebAddress? = nil,
        directly: Bool = false
    ) async throws -> Response {
        try await withTransport(trusting: trusting, proxy: directly ? nil : other ?? proxy) { try await $0(request) }
    }

    func withTransport<Result>(
        trusting: Bool = true,
        proxy: WebAddress?,
        _ body: (Send) async throws -> Result
    ) async throws -> Result {
        let transport = LiveTransport(
            timeout: .seconds(600), proxy: proxy, caFile: trusting ? caFile : nil, maximumBody: 64 << 20)
        do {
            let result = try await body(transport.send)
            await transport.shutdown()
            return result
        } catch {
            await transport.shutdown()
            throw error
        }
    }

    /// The next connection that came to nothing.
    func nextTrouble() async -> ConnectionTrouble? {
        for await trouble in troubles { return trouble }
        return nil
    }
}

extension Request {
    /// The same over TLS, as a client asks that was told `https://`.
    var secured: Request {
        var request = self
        request.url.scheme = "https"
        return request
    }
}
