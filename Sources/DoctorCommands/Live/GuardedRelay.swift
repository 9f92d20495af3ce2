import ConfluenceModel
import ConfluenceWire
import LiveSites
import SimulatorServer

/// A forward proxy on a port of this machine whose only way on is a guarded one, for toolkits in other processes.
struct GuardedRelay: Sendable {
    private let server: RunningSimulatorServer
    private let authority: AuthorityFile

    /// As the simulator takes at most.
    private static let bodyLimit = 110 << 20

    /// - Parameter send: The guarded way; what it refuses is answered by 502, with the guard's words.
    static func open(to host: String, send: @escaping Send) async throws -> GuardedRelay {
        let run = try RunAuthority()
        let server = try await run.start { authority in
            var options = RelayServer.Options()
            options.authority = authority
            return try await RelayServer.start(to: [host], options: options) { streamed in
                try await answer(to: streamed, by: send)
            }
        }
        return GuardedRelay(server: server, authority: run.file)
    }

    var proxy: String { "http://127.0.0.1:\(server.port)" }
    var authorityFile: String { authority.path }

    func close() async {
        await server.stop()
        authority.remove()
    }

    /// Headers that are about a connection, not about what is sent over it.
    private static let ofConnections = [
        "Accept-Encoding", "Connection", "Content-Encoding", "Content-Length", "Keep-Alive", "Proxy-Authorization",
        "Proxy-Connection", "Transfer-Encoding",
    ]

    private static func answer(to streamed: StreamedRequest, by send: Send) async throws -> StreamedResponse {
        var request = streamed.head
        request.clientAddress = nil
        for name in ofConnections { request.headers[name] = nil }
        if let body = streamed.body {
            for try await piece in body {
                guard request.body.count + piece.count <= bodyLimit else {
                    throw TransportFailure.other(
                        host: request.url.host, reason: "the request is too large to be judged")
                }
                request.body += piece
            }
        }
        do {
            var response = try await send(request)
            for name in ofConnections { response.headers[name] = nil }
            return StreamedResponse(whole: response)
        } catch let refusal as GuardRefusal {
            throw TransportFailure.other(host: request.url.host, reason: refusal.description)
        }
    }
}
