import ConfluenceWire
import Foundation
import Testing

@testable import Recording

@Suite("An HTTP archive")
struct HARTests {
    private static func sample() throws -> [Exchange] {
        let url = try WebAddress(parsing: "https://acme.atlassian.net/wiki/rest/api/content?limit=2&expand=body.view,a")
        let answer = Response(
            status: 200, headers: ["Content-Type": "application/json", "X-A": "1", "x-a": "2"],
            body: Array(#"{"a": "ü", "b": 1.0}"#.utf8))
        let start = Date(timeIntervalSince1970: 1_772_442_000.25)
        let read = Exchange(
            request: Request(.get, url, headers: ["Accept": "*/*"]), outcome: .answer(answer), start: start,
            milliseconds: 12, credential: 1)
        var written = Exchange(
            request: Request(.post, url, headers: ["Content-Type": "application/json"], body: Array("{}".utf8)),
            outcome: .answer(Response(status: 200, body: [0xFF, 0, 1])), start: start, milliseconds: 0, credential: 0)
        written.responseBody = Exchange.Share(size: 7_000_000, note: "cut after 256 KiB")
        written.breakOff = .malformedAnswer(host: "acme.atlassian.net", reason: "the connection was closed")
        let failed = Exchange(
            request: Request(.delete, url), outcome: .failure(.timedOut(host: "acme.atlassian.net", seconds: 10)),
            start: start, milliseconds: 10_000)
        return [read, written, failed]
    }

    @Test("is read as it was written, and written the same each time")
    func roundTrip() throws {
        let exchanges = try Self.sample()
        let bytes = JSONWriter.pretty(HARWriter.document(exchanges, creator: "1"))
        #expect(try HARReader.read(bytes) == exchanges)
        #expect(JSONWriter.pretty(HARWriter.document(try HARReader.read(bytes), creator: "1")) == bytes)
    }

    @Test("of a browser is read: fractions of milliseconds, pseudo fields, no answer at all")
    func browser() throws {
        let text = """
            {"log": {"entries": [
              {"startedDateTime": "2026-03-02T09:00:00.123+01:00", "time": 12.75,
               "request": {"method": "GET", "url": "https://acme.atlassian.net/wiki/#top", "bodySize": 0,
                           "headers": [{"name": ":authority", "value": "x"}, {"name": "accept", "value": "*/*"}]},
               "response": {"status": 200, "statusText": "", "headers": [],
                            "content": {"size": 3, "mimeType": "image/png", "text": "/wAB", "encoding": "base64"}}},
              {"startedDateTime": "", "time": -1, "request": {"method": "GET", "url": "https://acme.atlassian.net/"},
               "response": {"status": 0, "_error": "net::ERR_NAME_NOT_RESOLVED"}}]}}
            """
        let exchanges = try HARReader.read(Array(text.utf8))
        #expect(exchanges[0].milliseconds == 13)
        #expect(exchanges[0].request.headers == ["accept": "*/*"])
        #expect(exchanges[0].response?.body == [0xFF, 0, 1])
        #expect(exchanges[0].credential == nil)
        #expect(exchanges[1].outcome == .failure(.other(host: "", reason: "net::ERR_NAME_NOT_RESOLVED")))
    }

    @Test("that is none says so", arguments: [("[]", "log.entries"), ("{", "no HTTP archive"), ("\u{FF}", "archive")])
    func unreadable(text: String, words: String) {
        #expect(throws: HARReader.Unreadable.self) { try HARReader.read(Array(text.utf8)) }
        let error = #expect(throws: HARReader.Unreadable.self) { try HARReader.read(Array(text.utf8)) }
        #expect(error?.description.contains(words) == true)
    }

    @Test("that holds what is no exchange names the entry")
    func brokenEntry() {
        let error = #expect(throws: HARReader.Unreadable.self) {
            try HARReader.read(["log": ["entries": [["request": ["method": "GET", "url": "nowhere"]]]]])
        }
        #expect(error?.description == "entry 1 can't be read")
    }
}
