import ConfluenceWire
import HTTPTypes
import NIOCore
import Testing

@testable import SimulatorServer

@Suite("Messages between the socket and the sites")
struct MessageConversionTests {
    @Test("an answer's fields keep their order and their repetitions")
    func answerFields() {
        let answer = Response(
            status: 403,
            headers: ["X-AUSERNAME": "anonymous", "Set-Cookie": "a=1", "Vary": "Accept", "Set-Cookie": "b=2"],
            body: Array("no".utf8)
        )
        let head = MessageConversion.head(of: answer)
        #expect(head.status.code == 403)
        #expect(head.status.reasonPhrase == "Forbidden")
        #expect(
            head.headerFields.map { "\($0.name.rawName)=\($0.value)" } == [
                "X-AUSERNAME=anonymous", "Set-Cookie=a=1", "Vary=Accept", "Set-Cookie=b=2", "Content-Length=2",
            ]
        )
    }

    @Test("an answer that can't have a body has no length", arguments: [204, 304])
    func bodiless(status: Int) {
        #expect(MessageConversion.head(of: Response(status: status)).headerFields[.contentLength] == nil)
    }

    @Test("a request keeps its escapes, its fields and its host")
    func request() throws {
        var head = HTTPRequest(
            method: .post, scheme: "http", authority: "acme.atlassian.net:8091", path: "/wiki/a%2Fb?x=%C3%A4&y")
        head.headerFields.append(HTTPField(name: .accept, value: "text/html"))
        head.headerFields.append(HTTPField(name: .accept, value: "application/json"))
        let address = try #require(MessageConversion.address(of: head, scheme: "http"))
        #expect(address.description == "http://acme.atlassian.net:8091/wiki/a%2Fb?x=%C3%A4&y")
        let request = MessageConversion.request(head, address: address, body: ByteBuffer(string: "{}"))
        #expect(request.method == .post)
        #expect(request.headers.map(\.value) == ["text/html", "application/json"])
        #expect(request.body == Array("{}".utf8))
    }

    @Test("a host that is none makes no address", arguments: ["", "a b", "acme:port", "[::1"])
    func badHost(authority: String) {
        let head = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/")
        #expect(MessageConversion.address(of: head, scheme: "http") == nil)
    }
}
