import ConfluenceWire
import LiveTransport
import MetricsServer
import Synchronization
import Testing

@Suite("The metrics server")
struct MetricsServerTests {
    @Test("answers its one path with a page made anew, and nothing else")
    func page() async throws {
        let count = Mutex(0)
        let server = try await MetricsServer.start(port: 0, contentType: "text/plain; version=0.0.4") {
            count.withLock {
                $0 += 1; return "calls \($0)\n"
            }
        }
        let transport = LiveTransport(timeout: .seconds(600))
        func ask(_ path: String, _ method: Request.Method = .get) async throws -> Response {
            try await transport.send(
                Request(method, WebAddress(scheme: "http", host: "127.0.0.1", port: server.port, path: path)))
        }
        let first = try await ask("/metrics")
        #expect(first.status == 200)
        #expect(first.headers["Content-Type"] == "text/plain; version=0.0.4")
        #expect(first.text == "calls 1\n")
        #expect(try await ask("/metrics").text == "calls 2\n")
        #expect(try await ask("/").status == 404)
        #expect(try await ask("/metrics", .post).status == 405)
        await transport.shutdown()
        await server.stop()
    }

    @Test("says which port it can't have")
    func taken() async throws {
        let server = try await MetricsServer.start(port: 0, contentType: "text/plain") { "" }
        await #expect {
            try await MetricsServer.start(port: server.port, contentType: "text/plain") { "" }
        } throws: { error in
            "\(error)".contains("\(server.port)")
        }
        await server.stop()
    }
}
