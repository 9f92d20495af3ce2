import ConfluenceWire
import HTTPTypes
import NIOCore
import NIOHTTP1

/// An answer on its way to a socket, as the bytes of HTTP/1.1.
///
/// Most answers go out as one buffer. The library's encoder takes them in parts, each of which is boxed, passed from
/// handler to handler and written by itself, which was a sixth of the processor time that a page read took.
struct AnswerBytes {
    private(set) var buffer: ByteBuffer
    private let framing: Framing

    /// How a client learns where the body ends.
    private enum Framing {
        case noBody
        case length
        case chunks
    }

    /// What is about as long as the head of most answers.
    private static let usualHead = 1024

    /// Begins with the head of an answer, and the length of its body where the answer does not tell it otherwise.
    ///
    /// Fields keep their order and their repetitions. What is no field can't be sent as one.
    ///
    /// - Parameters:
    ///   - connection: What is said of the connection in place of what the answer says; `nil` leaves that as it is.
    ///   - isHead: Whether the body is only told of.
    init(_ answer: Response, connection: StaticString? = nil, isHead: Bool = false) {
        buffer = ByteBufferAllocator().buffer(capacity: Self.usualHead + answer.body.count)
        Self.writeStatus(of: answer, to: &buffer)
        var isLengthTold = false
        var isInChunks = false
        for field in answer.headers where Self.isToken(field.name) {
            // Only fields with these beginnings may be left out, or say how the body ends.
            switch field.name.utf8.first {
            case UInt8(ascii: "c"), UInt8(ascii: "C"):
                if connection != nil, field.name.equalsIgnoringCase("Connection") { continue }
                if field.name.equalsIgnoringCase("Content-Length") {
                    guard answer.mayHaveBody else { continue }
                    isLengthTold = true
                }
            case UInt8(ascii: "t"), UInt8(ascii: "T"):
                if field.name.equalsIgnoringCase("Transfer-Encoding") {
                    isInChunks = true
                    continue
                }
            default: break
            }
            Self.write(
                field.name, HTTPField.isValidValue(field.value) ? field.value : Self.legal(field.value), to: &buffer)
        }
        switch (answer.mayHaveBody, isLengthTold, isInChunks) {
        case (false, _, _):
            framing = .noBody
        case (true, true, _):
            framing = isHead ? .noBody : .length
        case (true, false, true):
            buffer.writeStaticString("transfer-encoding: chunked\r\n")
            framing = isHead ? .noBody : .chunks
        case (true, false, false):
            Self.write("Content-Length", String(answer.body.count), to: &buffer)
            framing = isHead ? .noBody : .length
        }
        if let connection {
            buffer.writeStaticString("Connection: ")
            buffer.writeStaticString(connection)
            buffer.writeStaticString("\r\n")
        }
        buffer.writeStaticString("\r\n")
    }

    /// Adds a piece of the body.
    mutating func add(_ piece: some Collection<UInt8>) {
        if case .chunks = framing {
            guard !piece.isEmpty else { return }
            buffer.writeString(String(piece.count, radix: 16) + "\r\n")
            buffer.writeBytes(piece)
            buffer.writeStaticString("\r\n")
        } else {
            buffer.writeBytes(piece)
        }
    }

    /// Says that the body has no more pieces.
    mutating func end() {
        if case .chunks = framing { buffer.writeStaticString("0\r\n\r\n") }
    }

    /// Takes what is written so far, to be sent.
    mutating func take() -> ByteBuffer {
        defer { buffer = ByteBuffer() }
        return buffer
    }

    // MARK: The head

    /// Clients put the phrase behind the status into their error messages, also one that the status usually does not have.
    private static func writeStatus(of answer: Response, to buffer: inout ByteBuffer) {
        if answer.status == 200, answer.reason == nil {
            buffer.writeStaticString("HTTP/1.1 200 OK\r\n")
        } else {
            let usual = HTTPResponseStatus(statusCode: answer.status).reasonPhrase
            let phrase = answer.mayHaveBody ? answer.reason ?? usual : usual
            buffer.writeString("HTTP/1.1 \(answer.status) \(phrase)\r\n")
        }
    }

    private static func write(_ name: String, _ value: String, to buffer: inout ByteBuffer) {
        buffer.writeString(name)
        buffer.writeStaticString(": ")
        buffer.writeString(value)
        buffer.writeStaticString("\r\n")
    }

    /// Whether a name is one by RFC 9110, section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isTokenByte)
    }

    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default:
            "!#$%&'*+.^_`|~".utf8.contains(byte)
        }
    }

    /// A line break in a value would begin another field.
    private static func legal(_ value: String) -> String { HTTPField(name: .location, value: value).value }
}
