import AsyncHTTPClient
package import ConfluenceWire
import NIOCore
import NIOHTTP1

extension LiveTransport {
    /// The transport for those who pass exchanges on: bodies come and go piece by piece, packed as they were sent.
    ///
    /// The time allowed holds for the head of an answer, and then for each piece; with a body to send, for each piece.
    package var streamedSend: StreamedSend {
        { request in try await self.pass(request) }
    }

    private func pass(_ request: StreamedRequest) async throws -> StreamedResponse {
        let address = request.head.url
        let failures = FailureReader(address: address, limit: maximumBody, timeout: timeout)
        try HeaderCheck.check(request.head)
        if address.scheme == "https" { try certificates.check(host: address.host) }
        let route = try proxies.route(to: address)
        do {
            var outgoing = outgoing(request.head, over: route, userAgent: nil)
            if let body = request.body {
                outgoing.body = .stream(
                    body.map { ByteBuffer(bytes: $0) }, length: request.length.map { .known(Int64($0)) } ?? .unknown)
            }
            let deadline: NIODeadline =
                request.body == nil ? .now() + .nanoseconds(timeout.nanoseconds) : .distantFuture
            let response = try await passingClients.client(for: route, to: address.host).execute(
                outgoing, deadline: deadline)
            if route.isForwardProxy, response.status.code == 407 {
                throw TransportFailure.proxy(reason: "it asks for a login of its own (407)")
            }
            let fields = response.headers.map { Headers.Field(name: $0.name, value: $0.value) }
            var head = Response(status: Int(response.status.code), headers: Headers(fields))
            head.reason = response.status.reasonPhrase
            return StreamedResponse(
                head: head,
                body: ByteStream(
                    response.body, bytes: { Array($0.readableBytesView) }, failure: { failures.read($0, over: route) }))
        } catch {
            try Task.checkCancellation()
            throw await told(failures.read(error, over: route), address, route)
        }
    }
}
