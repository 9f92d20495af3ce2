import ConfluenceWire
import HummingbirdCore
import NIOCore
import Simulator

/// Writes an answer to its connection, with all that a fault does to it on the way.
struct DeliveryWriter: Sendable {
    let delivery: Delivery
    let isHead: Bool

    /// Thrown to make the server close the connection in the middle of an answer.
    struct ConnectionBroken: Error {}

    @concurrent
    func write(to writer: consuming ResponseWriter) async throws {
        if delivery.delayMilliseconds > 0 { try await Task.sleep(for: .milliseconds(delivery.delayMilliseconds)) }
        if delivery.connection == .dropped(afterHead: false) { throw ConnectionBroken() }
        let head = MessageConversion.head(of: delivery.response)
        let body = delivery.response.body
        if isHead || body.isEmpty {
            try await writer.writeResponse(head)
            return
        }
        switch delivery.connection {
        case .whole, .dropped(afterHead: false):
            try await writer.write(response: head, body: .init(byteBuffer: ByteBuffer(bytes: body)))
        case .dropped(afterHead: true):
            _ = try await writer.writeHead(head)
            throw ConnectionBroken()
        case .truncated(let bytes):
            var rest = try await writer.writeHead(head)
            try await rest.write(ByteBuffer(bytes: body.prefix(bytes)))
            throw ConnectionBroken()
        case .dripping(let bytes, let milliseconds):
            var rest = try await writer.writeHead(head)
            var start = 0
            while start < body.count {
                try await Task.sleep(for: .milliseconds(milliseconds))
                let end = min(start + max(bytes, 1), body.count)
                try await rest.write(ByteBuffer(bytes: body[start..<end]))
                start = end
            }
            try await rest.finish(nil)
        }
    }
}
