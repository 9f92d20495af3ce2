import AsyncHTTPClient
package import ConfluenceWire
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests over the network: one answer for one request, without redirects; no answer is asked for twice.
package struct LiveTransport: Sendable {
    /// The longest a whole exchange may take, from the name to the last byte.
    let timeout: Duration
    let maximumBody: Int
    private let userAgent: String
    let proxies: ProxyRules
    let certificates: CertificateAuthorities
    private let clients: ClientPool
    /// Those that pass bodies on as they are packed.
    let passingClients: ClientPool

    /// - Parameters:
    ///   - proxy: Used for every request; without it, the proxy variables of the environment count.
    ///   - proxyLogin: What that proxy is shown, which is no part of an address as this program reads it.
    ///   - caFile: Certificates to trust instead of the system's; without it, the environment may name them.
    ///   - verifiesCertificates: Whether a server must prove who it is.
    ///   - maximumBody: How many bytes of an answer are read, after decompression.
    package init(
        timeout: Duration = .seconds(30),
        proxy: WebAddress? = nil,
        proxyLogin: BasicCredentials? = nil,
        caFile: String? = nil,
        verifiesCertificates: Bool = true,
        maximumBody: Int = 32 << 20,
        userAgent: String = "confluence-doctor",
        environment: [String: String] = [:]
    ) {
        self.timeout = timeout
        self.maximumBody = maximumBody
        self.userAgent = userAgent
        proxies = ProxyRules(proxy: proxy, login: proxyLogin, environment: environment)
        certificates = CertificateAuthorities(flag: caFile, environment: environment, verifies: verifiesCertificates)
        clients = ClientPool(
            timeout: timeout, bodies: .unpacked(limit: maximumBody), certificates: certificates)
        passingClients = ClientPool(timeout: timeout, bodies: .asTheyAre, certificates: certificates)
    }

    /// The transport as the closure that everything above asks through.
    package var send: Send {
        { request in try await self.perform(request) }
    }

    /// Closes the connections; nothing can be sent afterwards.
    package func shutdown() async {
        await clients.shutdown()
        await passingClients.shutdown()
    }

    private func perform(_ request: Request) async throws -> Response {
        let failures = FailureReader(address: request.url, limit: maximumBody, timeout: timeout)
        try HeaderCheck.check(request)
        if request.url.scheme == "https" { try certificates.check(host: request.url.host) }
        let route = try proxies.route(to: request.url)
        do {
            return try await withThrowingTaskGroup(of: Response.self) { group in
                group.addTask { try await exchange(request, over: route) }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    throw failures.timedOut
                }
                defer { group.cancelAll() }
                guard let response = try await group.next() else { throw CancellationError() }
                return response
            }
        } catch {
            // A caller that gave up gets its own cancellation back, not a story about the network.
            try Task.checkCancellation()
            throw await told(failures.read(error, over: route), request.url, route)
        }
    }

    /// The failure with what its certificate shows, where the library only says that it was not trusted, or with what a proxy
    /// says that opens no way.
    func told(_ failure: TransportFailure, _ address: WebAddress, _ route: Route) async -> TransportFailure {
        if failure == FailureReader.closedWay(to: address), case .tunnel(let proxy) = route {
            return await ProxyInquiry(address: address, proxy: proxy, timeout: timeout).failure() ?? failure
        }
        guard case .tls(let host, let reason) = failure else { return failure }
        let inspector = CertificateInspector(address: address, proxy: route.proxy, timeout: timeout)
        var words: String?
        if reason.contains("CERTIFICATE_VERIFY_FAILED") { words = await inspector.reason() }
        if reason == FailureReader.otherHost { words = await inspector.otherHosts() }
        // A server refuses a version before it shows its certificate, and a client without one behind it.
        if reason.contains("HANDSHAKE_FAILURE") || reason.contains("INSUFFICIENT_SECURITY") {
            if await inspector.isShownCertificate() {
                words = "\(reason) behind the server's certificate: \(TransportFailure.refusedBehindCertificate)"
            } else if await SuiteInquiry(address: address, proxy: route.proxy, timeout: timeout).isAnswered() {
                words = "\(reason), and \(TransportFailure.knowsOtherSuites)"
            }
        }
        return words.map { .tls(host: host, reason: $0) } ?? failure
    }

    private func exchange(_ request: Request, over route: Route) async throws -> Response {
        let response = try await head(of: request, over: route)
        if route.isForwardProxy, response.status.code == 407 {
            throw TransportFailure.proxy(reason: "it asks for a login of its own (407)")
        }
        let length = response.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        guard length <= maximumBody || request.method == .head else {
            throw TransportFailure.answerTooLarge(limit: maximumBody)
        }
        var body: [UInt8] = []
        do {
            for try await part in response.body {
                guard body.count + part.readableBytes <= maximumBody else {
                    throw TransportFailure.answerTooLarge(limit: maximumBody)
                }
                body.append(contentsOf: part.readableBytesView)
            }
        } catch NIOSSLError.uncleanShutdown where response.endsWithConnection {
            // Many a server leaves without TLS's goodbye, which Python's clients don't wait for either.
        }
        let fields = response.headers.map { Headers.Field(name: $0.name, value: $0.value) }
        var answer = Response(status: Int(response.status.code), headers: Headers(fields), body: body)
        answer.reason = response.status.reasonPhrase
        return answer
    }

    /// The head of the answer; what only reads is sent anew where it went out on a connection that had just been closed.
    ///
    /// Servers close a kept connection when they like, some without a word. Python's clients look before they use one.
    private func head(of request: Request, over route: Route) async throws -> HTTPClientResponse {
        let client = try clients.client(for: route, to: request.url.host)
        let outgoing = outgoing(request, over: route, userAgent: userAgent)
        let deadline = NIODeadline.now() + .nanoseconds(timeout.nanoseconds)
        let mayBeKept = clients.hasAnswered(request.url.origin) && [.get, .head].contains(request.method)
        let response: HTTPClientResponse
        do {
            response = try await client.execute(outgoing, deadline: deadline)
        } catch  where mayBeKept && FailureReader.isClosedConnection(error) {
            response = try await client.execute(outgoing, deadline: deadline)
        }
        clients.noteAnswer(of: request.url.origin)
        return response
    }

    func outgoing(_ request: Request, over route: Route, userAgent: String?) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: "\(request.url.origin)\(request.url.target)")
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers { outgoing.headers.add(name: field.name, value: field.value) }
        if let userAgent, request.headers["User-Agent"] == nil {
            outgoing.headers.add(name: "User-Agent", value: userAgent)
        }
        if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
        if case .forward(let proxy) = route {
            // The connection goes to the proxy; the request names the site in its host and its first line.
            outgoing.url = "http://\(proxy.authority)\(request.url.target)"
            outgoing.headers.replaceOrAdd(name: "Host", value: request.url.authority)
            if let authorization = proxy.authorization {
                outgoing.headers.replaceOrAdd(name: "Proxy-Authorization", value: authorization.headerValue)
            }
        }
        return outgoing
    }
}

extension HTTPClientResponse {
    /// Whether nothing but the end of the connection tells where the body ends.
    fileprivate var endsWithConnection: Bool {
        headers.first(name: "Content-Length") == nil && headers.first(name: "Transfer-Encoding") == nil
    }
}

extension Duration {
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds.multipliedReportingOverflow(by: 1_000_000_000).overflow
            ? .max / 2 : seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
