import ConfluenceWire
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Turns messages of HTTP/1.1 into plain ones and back; fields keep their order and their repetitions.
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

extension HTTPResponseHead {
    /// The head of an answer, with the length of its body where the answer does not tell it otherwise.
    init(of answer: Response) {
        var fields: [(String, String)] = []
        fields.reserveCapacity(answer.headers.count + 2)
        var isFramed = !answer.mayHaveBody
        for field in answer.headers {
            // What is no field can't be sent as one, and a line break in a value would begin another.
            guard Self.isToken(field.name) else { continue }
            fields.append((field.name, HTTPField.isValidValue(field.value) ? field.value : Self.legal(field.value)))
            isFramed =
                isFramed || field.name.equalsIgnoringCase("Content-Length")
                || field.name.equalsIgnoringCase("Transfer-Encoding")
        }
        if !isFramed { fields.append(("Content-Length", String(answer.body.count))) }
        self.init(version: .http1_1, status: Self.status(of: answer), headers: HTTPHeaders(fields))
    }

    /// Clients put the phrase behind the status into their error messages, also one that the status usually does not have.
    private static func status(of answer: Response) -> HTTPResponseStatus {
        let usual = HTTPResponseStatus(statusCode: answer.status)
        guard let phrase = answer.reason, phrase != usual.reasonPhrase, answer.mayHaveBody else { return usual }
        return .custom(code: UInt(answer.status), reasonPhrase: phrase)
    }

    /// Whether a name is one by RFC 9110, section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default:
                    "!#$%&'*+.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func legal(_ value: String) -> String { HTTPField(name: .location, value: value).value }
}
