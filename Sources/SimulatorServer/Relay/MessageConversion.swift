import ConfluenceWire
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Turns the server library's messages into plain ones and back; fields keep their order and their repetitions.
enum MessageConversion {
    static func request(_ head: HTTPRequest, address: WebAddress, body: ByteBuffer) -> Request {
        let fields = head.headerFields.map { Headers.Field(name: $0.name.rawName, value: $0.value) }
        return Request(
            Request.Method(rawValue: head.method.rawValue), address,
            headers: Headers(fields), body: Array(body.readableBytesView)
        )
    }

    static func head(of answer: Response) -> HTTPResponse {
        var head = bareHead(of: answer)
        if answer.mayHaveBody, head.headerFields[.contentLength] == nil, head.headerFields[.transferEncoding] == nil {
            head.headerFields[.contentLength] = String(answer.body.count)
        }
        return head
    }

    /// The head just as it is, for a body that is not there yet.
    static func bareHead(of answer: Response) -> HTTPResponse {
        // Clients put the reason phrase into their error messages.
        let usual = HTTPResponseStatus(statusCode: answer.status).reasonPhrase
        var head = HTTPResponse(status: .init(code: answer.status, reasonPhrase: usual))
        for field in answer.headers {
            guard let name = HTTPField.Name(field.name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: field.value))
        }
        if answer.mayHaveBody { ReasonPhraseHandler.attach(answer.reason, to: &head) }
        return head
    }
}
