import ConfluenceTesting
import ConfluenceWire
import Foundation
import LiveTransport
import Simulator
import SimulatorServer

/// Asks the admin API of a server over a socket.
struct AdminClient: Sendable {
    let port: Int
    let send: Send

    /// Serves sites with the admin API for as long as the body takes.
    static func serving(
        _ sites: [ConfluenceSite],
        admin: Bool = true,
        _ body: (AdminClient) async throws -> Void
    ) async throws {
        var options = SimulatorServer.Options()
        options.admin = admin
        let server = try await SimulatorServer.start(sites.map(\.simulator), options: options)
        let transport = LiveTransport(timeout: .seconds(600))
        do {
            try await body(AdminClient(port: server.port, send: transport.send))
        } catch {
            await transport.shutdown()
            await server.stop()
            throw error
        }
        await transport.shutdown()
        await server.stop()
    }

    /// The answer to a request below `/__sim`.
    func ask(
        _ target: String,
        _ method: Request.Method = .get,
        body: String? = nil,
        headers: Headers = [:]
    ) async throws -> Response {
        let url = try WebAddress(parsing: "http://127.0.0.1:\(port)/__sim\(target)")
        return try await send(Request(method, url, headers: headers, body: Array((body ?? "").utf8)))
    }

    /// The JSON of an answer that must be a success.
    func json(_ target: String, _ method: Request.Method = .get, body: String? = nil) async throws -> JSON {
        let answer = try await ask(target, method, body: body)
        guard answer.isSuccess else { throw Refused(status: answer.status, text: answer.text) }
        return try JSONReader.read(answer.body)
    }

    struct Refused: Error {
        var status: Int
        var text: String
    }

    /// The answer of the first site to a user's request over the same port.
    func visit(_ site: ConfluenceSite, _ path: String, as name: String? = nil) async throws -> Response {
        var request = try site.request(path, as: name)
        request.url.host = "127.0.0.1"
        request.url.port = port
        return try await send(request)
    }
}
