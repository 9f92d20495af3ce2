import ConfluenceWire
import HTTPTypes
import NIOCore
import NIOHTTP1
import Testing

@testable import SimulatorServer

@Suite("Messages between the socket and the sites")
struct MessagesTests {
    private static let answer = Response(
        status: 403,
        headers: ["X-AUSERNAME": "anonymous", "Set-Cookie": "a=1", "Vary": "Accept", "Set-Cookie": "b=2"],
        body: Array("no".utf8)
    )
    private static let fields = [
        "X-AUSERNAME=anonymous", "Set-Cookie=a=1", "Vary=Accept", "Set-Cookie=b=2", "Content-Length=2",
    ]

    @Test("an answer's fields keep their order and their repetitions")
    func answerFields() {
        let lines = Self.lines(AnswerBytes(Self.answer))
        #expect(lines.first == "HTTP/1.1 403 Forbidden")
        #expect(lines.dropFirst().map { $0.replacing(": ", with: "=") } == Self.fields + ["", ""])
    }

    private static func lines(_ bytes: AnswerBytes) -> [String] {
        var bytes = bytes
        return String(buffer: bytes.take()).split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("what is said of the connection takes the place of what the answer says of it")
    func connection() {
        let answer = Response(status: 200, headers: ["Connection": "keep-alive", "Cookies": "no", "connection": "x"])
        #expect(
            Self.lines(AnswerBytes(answer, connection: "close"))
                == ["HTTP/1.1 200 OK", "Cookies: no", "Content-Length: 0", "Connection: close", "", ""])
    }

    @Test("a length that the answer tells itself stays, whatever else it says of its body")
    func ownLength() {
        let answer = Response(
            status: 200, headers: ["content-length": "9", "Transfer-Encoding": "chunked"],
            body: Array("longer than nine".utf8))
        var bytes = AnswerBytes(answer)
        bytes.add(answer.body)
        bytes.end()
        #expect(Self.lines(bytes) == ["HTTP/1.1 200 OK", "content-length: 9", "", "longer than nine"])
    }

    @Test("an answer that says so is sent in chunks", arguments: [false, true])
    func chunks(isHead: Bool) {
        let answer = Response(status: 200, headers: ["Transfer-Encoding": "chunked"], body: Array("in two pieces".utf8))
        var bytes = AnswerBytes(answer, isHead: isHead)
        if !isHead {
            bytes.add(answer.body[..<6])
            bytes.add(answer.body[6...])
        }
        bytes.end()
        let pieces = isHead ? [""] : ["6", "in two", "7", " pieces", "0", "", ""]
        #expect(Self.lines(bytes) == ["HTTP/1.1 200 OK", "transfer-encoding: chunked", ""] + pieces)
    }

    @Test("a status without a usual phrase is sent without one, and one that has another with that")
    func phrases() {
        var answer = Response(status: 299)
        #expect(Self.lines(AnswerBytes(answer)).first == "HTTP/1.1 299 ")
        answer.reason = "As It Were"
        #expect(Self.lines(AnswerBytes(answer)).first == "HTTP/1.1 299 As It Were")
        answer = Response(status: 204)
        answer.reason = ""
        #expect(Self.lines(AnswerBytes(answer)).first == "HTTP/1.1 204 No Content")
    }

    @Test("so do those of an answer that is passed on")
    func passedOn() {
        let head = MessageConversion.head(of: Self.answer)
        #expect(head.status.code == 403)
        #expect(head.status.reasonPhrase == "Forbidden")
        #expect(head.headerFields.map { "\($0.name.rawName)=\($0.value)" } == Self.fields)
    }

    @Test("an answer that can't have a body has no length", arguments: [204, 304])
    func bodiless(status: Int) {
        let answer = Response(status: status, headers: ["Content-Length": "3", "Transfer-Encoding": "chunked"])
        #expect(Self.lines(AnswerBytes(answer)).dropFirst() == ["", ""])
        #expect(Self.lines(AnswerBytes(Response(status: status))).dropFirst() == ["", ""])
        #expect(MessageConversion.head(of: Response(status: status)).headerFields[.contentLength] == nil)
    }

    @Test("no value begins another field, and what is no name is left out")
    func hostileFields() {
        let lines = Self.lines(
            AnswerBytes(Response(status: 200, headers: ["X-A": "1\r\nX-B: 2", "X C": "3", "": "4"], body: [1])))
        #expect(lines == ["HTTP/1.1 200 OK", "X-A: 1  X-B: 2", "Content-Length: 1", "", ""])
    }

    @Test("a request keeps its escapes, its fields and its host")
    func request() throws {
        let head = HTTPRequestHead(
            version: .http1_1, method: .POST, uri: "/wiki/a%2Fb?x=%C3%A4&y",
            headers: ["Host": "acme.atlassian.net:8091", "Accept": "text/html", "accept": "application/json"])
        var target = RequestTarget(scheme: "http")
        let found = target.address(of: head.uri, host: head.headers.first(name: "Host"))
        let address = try #require(found)
        #expect(address.description == "http://acme.atlassian.net:8091/wiki/a%2Fb?x=%C3%A4&y")
        let request = Request(head, at: address, body: ByteBuffer(string: "{}"), from: "127.0.0.1")
        #expect(request.method == .post)
        #expect(request.headers.map(\.value) == ["text/html", "application/json"])
        #expect(request.body == Array("{}".utf8))
        #expect(request.clientAddress == "127.0.0.1")
    }

    @Test(
        "an address is found for each form of a target",
        arguments: [
            ("/a b?c d", "acme.example", "http://acme.example/a%20b?c%20d"),
            ("/", nil, "http://localhost/"),
            ("HTTP://Other.example:81/x?y", "acme.example", "http://other.example:81/x?y"),
            ("https://other.example", "acme.example", "http://other.example/"),
            ("http://other.example?q", nil, "http://other.example/?q"),
            ("/?", "acme.example", "http://acme.example/?"),
        ] as [(String, String?, String)])
    func targets(target: String, host: String?, expected: String) {
        var reader = RequestTarget(scheme: "http")
        // The second time, the host is one that is known.
        for _ in 1...2 {
            let address = reader.address(of: target, host: host)
            #expect(address?.description == expected)
        }
    }

    @Test("a host that is none makes no address", arguments: ["", "a b", "acme:port", "[::1"])
    func badHost(authority: String) {
        var target = RequestTarget(scheme: "http")
        let address = target.address(of: "/", host: authority)
        #expect(address == nil)
    }
}
