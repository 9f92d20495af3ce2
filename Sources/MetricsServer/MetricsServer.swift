import ConfluenceWire
import LoopbackServer

/// One page at one path, for a collector on the same machine; nothing else is served.
package struct MetricsServer: Sendable {
    package static let path = "/metrics"

    package var port: Int { server.port }
    private let server: LoopbackServer

    /// - Parameters:
    ///   - port: A free one is chosen when it is 0.
    ///   - page: Made anew for each request.
    package static func start(
        port: Int, contentType: String, page: @escaping @Sendable () -> String
    ) async throws(MetricsServerError) -> MetricsServer {
        let server: LoopbackServer
        do {
            server = try await LoopbackServer.start(port: port) { request in
                guard request.url.path == path else { return refusal(404, "look at \(path)\n") }
                guard request.method == .get || request.method == .head else {
                    return refusal(405, "only GET is answered\n", ["Allow": "GET, HEAD"])
                }
                return Response(status: 200, headers: ["Content-Type": contentType], body: Array(page().utf8))
            }
        } catch {
            throw MetricsServerError(description: error.description)
        }
        return MetricsServer(server: server)
    }

    package func stop() async {
        await server.stop()
    }

    private static func refusal(_ status: Int, _ text: String, _ headers: Headers = [:]) -> Response {
        var headers = headers
        headers["Content-Type"] = "text/plain; charset=utf-8"
        return Response(status: status, headers: headers, body: Array(text.utf8))
    }
}

/// Why the port can't be had.
package struct MetricsServerError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String
}
