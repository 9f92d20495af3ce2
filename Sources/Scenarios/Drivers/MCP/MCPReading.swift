import Subprocess

/// Turns what a driver process writes into messages.
enum MCPReading {
    struct Garbage: Error, Sendable, Hashable {
        /// The beginning of the line.
        var line: String
    }

    struct Flood: Error, Sendable, Hashable {
        var reason: String

        static let unasked = Self(reason: "more than \(backlog) answers that were not asked for")
    }

    /// A page with its attachments fits many times over.
    static let lineLimit = 64 << 20
    /// Answers that nobody waits for; more than a handful is no conversation.
    static let backlog = 64

    /// The messages of a conversation, in the order of their coming.
    static func makeStream() -> (
        AsyncThrowingStream<MCPMessage, any Error>, AsyncThrowingStream<MCPMessage, any Error>.Continuation
    ) {
        AsyncThrowingStream.makeStream(
            of: MCPMessage.self, throwing: (any Error).self, bufferingPolicy: .bufferingOldest(backlog))
    }

    /// Reads until the output ends; notifications are dropped here, so that they can't pile up.
    static func read(
        _ output: SubprocessOutputSequence,
        into messages: AsyncThrowingStream<MCPMessage, any Error>.Continuation
    ) async {
        var buffer = LineBuffer(limit: lineLimit)
        do {
            for try await chunk in output {
                for line in try buffer.append(chunk.bytesCopy) {
                    guard let message = MCPMessage(line: line) else {
                        throw Garbage(line: String(decoding: line.prefix(160), as: UTF8.self))
                    }
                    if case .notification = message { continue }
                    if case .dropped = messages.yield(message) {
                        throw Flood.unasked
                    }
                }
            }
            messages.finish()
        } catch let overflow as LineBuffer.Overflow {
            messages.finish(throwing: Flood(reason: "a line of more than \(overflow.limit >> 20) MiB"))
        } catch {
            messages.finish(throwing: error)
        }
    }
}

extension SubprocessOutputSequence.Buffer {
    var bytesCopy: [UInt8] {
        withUnsafeBytes { Array($0) }
    }
}
