import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Pages as files for word processors")
struct WordExportTests {
    @Test("a page comes as a message with its title and body in it", arguments: ConfluenceSite.Acme.allCases)
    func page(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask("/exportword", query: [QueryItem("pageId", "98311")], as: "reader-bot")
        #expect(answer.status == 200 && answer.headers["Content-Type"] == "application/vnd.ms-word")
        #expect(answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''Refund%20policy.doc")
        let lines = answer.text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("Date: ") && lines[0].hasSuffix("+0000 (UTC)"))
        #expect(lines[2] == "Subject: Exported From Confluence")
        #expect(lines.contains { $0.contains("<h1>Refund policy</h1>") } && lines.allSatisfy { $0.count <= 76 })
        let boundary = try #require(answer.text.firstMatch(of: #/boundary="([^"]+)"/#)?.output.1)
        #expect(answer.text.hasSuffix("--\(boundary)--\r\n"))
    }

    @Test("nobody gets a page so that they can't read", arguments: ConfluenceSite.Acme.allCases)
    func hidden(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for id in ["98320", "999999", "x"] {
            let answer = try site.ask("/exportword", query: [QueryItem("pageId", id)], as: "reader-bot")
            #expect(answer.status == 404, "\(id): \(answer.status)")
        }
    }

    @Test(
        "signs beyond ASCII and long lines are written as mail carries them",
        arguments: [
            ("a=b", "a=3Db"), ("é ", "=C3=A9=20"), ("one \ntwo", "one=20\r\ntwo"),
            (String(repeating: "x", count: 80), String(repeating: "x", count: 75) + "=\r\nxxxxx"),
        ])
    func encoded(text: String, expected: String) {
        #expect(QuotedPrintable.encode(text) == expected)
    }
}
