import AsyncHTTPClient
import ConfluenceWire
import NIOCore
import NIOHTTPCompression
import NIOSSL
import Synchronization

/// The HTTP clients of a transport: one for each way out and host, made when first used.
final class ClientPool: Sendable {
    private enum State {
        case open([Way: HTTPClient])
        case closed
    }

    /// The way out, and the host whose certificate is looked at there.
    private struct Way: Hashable {
        var route: Route
        var host: String
    }

    private let timeout: Duration
    private let bodies: Bodies
    private let certificates: CertificateAuthorities
    private let state = Mutex<State>(.open([:]))
    /// The origins that have answered, to which a connection may have been kept.
    private let answered = Mutex<Set<String>>([])

    /// What is done to the bodies of answers.
    enum Bodies: Sendable {
        /// Unpacked, up to so many bytes.
        case unpacked(limit: Int)
        /// Nothing; pieces may come for as long as the next one comes in time.
        case asTheyAre
    }

    init(timeout: Duration, bodies: Bodies, certificates: CertificateAuthorities) {
        self.timeout = timeout
        self.bodies = bodies
        self.certificates = certificates
    }

    /// Clients that nobody has shut down would take the whole process with them.
    deinit {
        guard case .open(let clients) = state.withLock({ $0 }) else { return }
        for client in clients.values { client.shutdown { _ in } }
    }

    func client(for route: Route, to host: String) throws -> HTTPClient {
        let way = Way(route: route, host: route.isForwardProxy ? "" : host.lowercased())
        return try state.withLock { state in
            guard case .open(var clients) = state else { throw HTTPClientError.alreadyShutdown }
            if let client = clients[way] { return client }
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(for: way))
            clients[way] = client
            state = .open(clients)
            return client
        }
    }

    func hasAnswered(_ origin: String) -> Bool { answered.withLock { $0.contains(origin) } }

    func noteAnswer(of origin: String) { answered.withLock { _ = $0.insert(origin) } }

    func shutdown() async {
        let clients = state.withLock { state -> [HTTPClient] in
            guard case .open(let clients) = state else { return [] }
            state = .closed
            return Array(clients.values)
        }
        // A client that can't be shut down has been shut down already.
        for client in clients { try? await client.shutdown() }
    }

    private func configuration(for way: Way) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: certificates.configuration,
            redirectConfiguration: .disallow,
            timeout: .init(connect: .nanoseconds(timeout.nanoseconds))
        )
        switch bodies {
        case .unpacked(let limit): configuration.decompression = .enabled(limit: .size(limit))
        case .asTheyAre:
            configuration.timeout.read = .nanoseconds(timeout.nanoseconds)
            // As many clients may wait at once as there are; none waits for another.
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
        }
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        // Shorter than servers keep a connection: one that they close just then would look like a broken answer.
        configuration.connectionPool.idleTimeout = .seconds(3)
        switch way.route {
        case .direct:
            configuration.http1_1ConnectionDebugInitializer = certificates.demands(for: way.host)
        case .forward:
            configuration.http1_1ConnectionDebugInitializer = { AbsoluteFormHandler.install(in: $0) }
        case .tunnel(let proxy):
            configuration.http1_1ConnectionDebugInitializer = certificates.demands(for: way.host)
            configuration.proxy = .server(
                host: proxy.host,
                port: proxy.port,
                authorization: proxy.authorization.map { .basic(username: $0.user, password: $0.password) }
            )
        }
        return configuration
    }
}
