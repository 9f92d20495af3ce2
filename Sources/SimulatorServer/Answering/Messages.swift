import ConfluenceWire
import NIOCore
import NIOHTTP1

/// Turns requests of HTTP/1.1 into plain ones; fields keep their order and their repetitions.
extension Request {
    /// - Parameter address: What the request is for; the field that names the host is part of it.
    init(_ head: HTTPRequestHead, at address: WebAddress, body: ByteBuffer, from peer: String?) {
        var fields: [Headers.Field] = []
        fields.reserveCapacity(head.headers.count)
        var isHostSeen = false
        for (name, value) in head.headers {
            if !isHostSeen, name.equalsIgnoringCase("Host") {
                isHostSeen = true
            } else {
                fields.append(Headers.Field(name: name, value: value))
            }
        }
        self.init(
            Method(rawValue: head.method.rawValue), address, headers: Headers(fields),
            body: body.readableBytes == 0 ? [] : Array(body.readableBytesView))
        clientAddress = peer
    }
}

extension Response {
    /// Whether its status lets a body follow (RFC 9110, section 6.4.1).
    var mayHaveBody: Bool { status >= 200 && status != 204 && status != 304 }
}
