import AsyncHTTPClient
import Measuring
import NIOCore

/// Asks one address as fast as a fixed number of clients can.
struct LoadGenerator {
    private let clients: Int
    private let requestsPerClient: Int
    private let authorization: String
    private let http: HTTPClient

    init(clients: Int, requestsPerClient: Int, authorization: String) {
        self.clients = clients
        self.requestsPerClient = requestsPerClient
        self.authorization = authorization
        var configuration = HTTPClient.Configuration()
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = clients
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Requests per second.
    func run(_ url: String) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<clients {
                group.addTask { try await ask(url) }
            }
            try await group.waitForAll()
        }
        return Double(clients * requestsPerClient) / ((clock.now - start).milliseconds / 1000)
    }

    private func ask(_ url: String) async throws {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Authorization", value: authorization)
        for _ in 0..<requestsPerClient {
            let response = try await http.execute(request, timeout: .seconds(30))
            _ = try await response.body.collect(upTo: 1 << 20)
            guard response.status == .ok else { throw Unexpected(status: Int(response.status.code)) }
        }
    }

    func shutdown() async throws {
        try await http.shutdown()
    }
}
