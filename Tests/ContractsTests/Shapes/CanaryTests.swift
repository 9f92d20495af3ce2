import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Contracts
import Foundation
import Testing

@Suite("What is recorded holds nothing that is anybody's")
struct CanaryTests {
    private static let canaries = [
        "c4nary-S3cret-0001", "ATATT3xFfGF0c4nary0002", "canarysecret", "Canary Secret", "98765432100",
        "canary@acme-corp.test",
        "7e57ca9a-0000-4000-8000-00000000cafe", "5b10ac8d82e05b22cc7dca9a",
    ]

    @Test("a secret in an answer, wherever it stands, stands in no file", arguments: canaries)
    func canary(canary: String) throws {
        let text = JSON.string(canary).compactText
        // A name that looks like a member's is told, or nobody would hear of new members.
        let name = MemberName.isStructural(canary) ? #""Canary key""# : text
        let bodies = [
            #"{"id":\#(text),"title":\#(text),"type":\#(text),"version":{"when":\#(text),"by":{"accountId":\#(text)}},"_links":{"webui":"/x/\#(canary)","next":"https://h/\#(canary)"}}"#,
            #"{"results":[\#(text),{\#(name):\#(text)},[\#(text)]],"metadata":{"properties":{"safe":{"value":\#(text)},\#(name):1}}}"#,
            #"{"message":"The token \#(canary) was refused for \#(canary)","errors":[{"title":\#(text),"code":\#(text)}]}"#,
            "<status><message>No \(canary) here</message></status>", canary,
        ]
        var samples: [ShapeSample] = []
        for body in bodies {
            for status in [200, 404] {
                for type in ["application/json", "application/xml", "text/html; x=\(canary)", canary] {
                    var response = Response(status: status, body: Array(body.utf8))
                    response.headers = [
                        "Content-Type": type, "Set-Cookie": "\(canary)=\(canary); Path=/\(canary)",
                        "ETag": "\"\(canary)\"",
                        "Location": "https://h/\(canary)", "X-Seraph-LoginReason": canary, "Cache-Control": canary,
                        "Link": "</x/\(canary)>; rel=\"\(canary)\"",
                        "WWW-Authenticate": "\(canary) realm=\"\(canary)\"",
                        "X-AUSERNAME": canary, "X-Secret": canary, "X-RateLimit-Limit": canary,
                        "Content-Disposition": "attachment; filename=\"\(canary)\"", "Vary": canary,
                        "Retry-After": canary,
                    ]
                    for path in ["/rest/api/content/\(canary)", "/\(canary)/x", "/rest/api/space/\(canary)/\(canary)"] {
                        samples.append(
                            ShapeSample(
                                api: .cloudV1, method: "GET", path: path,
                                query: [
                                    QueryItem("expand", canary), QueryItem(canary, canary),
                                    QueryItem("include-x", canary),
                                ],
                                response: response))
                    }
                }
            }
        }
        let recording = ShapeRecording(of: samples)
        let written = [
            String(decoding: recording.bytes, as: UTF8.self), ShapeLock(of: samples).yaml,
            ShapeLock(of: recording.samples).yaml,
        ]
        for text in written {
            #expect(!text.contains(canary))
            for word in canary.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.count > 5 {
                #expect(!text.lowercased().contains(word.lowercased()), "\(word)")
            }
        }
    }

    @Test("equal ids stay equal, and are others")
    func ids() throws {
        let body = #"{"id":"98305","space":{"id":65537},"spaceId":"65537","ancestors":[{"id":"98305"}]}"#
        let sample = ShapeSample(
            api: .cloudV1, method: "GET", path: "/rest/api/content/98305",
            response: Response(status: 200, headers: ["Content-Type": "application/json"], body: Array(body.utf8)))
        let recorded = try #require(ShapeRecording(of: [sample]).samples.first)
        let json = try JSONReader.read(recorded.response.body)
        #expect(json["id"] == json["ancestors"]?[0]?["id"])
        #expect(json["space"]?["id"]?.integerValue.map(String.init) == json["spaceId"]?.stringValue)
        #expect(recorded.path == "/rest/api/content/\(json["id"]?.stringValue ?? "")")
        #expect(json["id"] != "98305" && json["spaceId"] != "65537")
    }
}
