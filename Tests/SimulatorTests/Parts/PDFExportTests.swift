import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Pages as PDF")
struct PDFExportTests {
    private static let start = "/spaces/flyingpdf/pdfpageexport.action"

    @Test("Data Center sends the caller on to the file")
    func dataCenter() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let answer = try site.ask(Self.start, query: [QueryItem("pageId", "98311")], as: "reader-bot")
        #expect(answer.status == 302)
        let location = try #require(answer.headers["Location"])
        let found = location.firstMatch(
            of:
                #/(/download/temp/pdfexport-\d{8}-\d{6}-\d{4}-98311/Refund\+policy_[0-9a-f]{32}-\d{6}-\d{4}-98312\.pdf)\?(.*)/#
        )
        let path = try #require(found?.output.1)
        #expect(found?.output.2 == "contentType=application/pdf")
        let file = try site.ask(String(path), as: "reader-bot")
        #expect(file.status == 200 && file.headers["Content-Type"] == "application/pdf")
        #expect(file.text.hasPrefix("%PDF-1.4\n") && file.text.hasSuffix("%%EOF\n"))
        #expect(try site.ask(String(path), as: "ungranted").status == 404)
    }

    @Test("Cloud names a task, the task the file's place, and the file's place asks for no login")
    func cloud() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var request = try site.request(Self.start, query: [QueryItem("pageId", "98311")], as: "reader-bot")
        #expect(site.simulator.respond(to: request).status == 403)
        request.headers["X-Atlassian-Token"] = "no-check"
        let page = site.simulator.respond(to: request)
        #expect(page.status == 200 && page.headers["Content-Type"] == "text/html;charset=UTF-8")
        #expect(page.text.contains("<meta name=\"ajs-isV3\" content=\"true\">"))
        let task = try #require(page.text.firstMatch(of: #/name="ajs-taskId" content="([^"]+)">/#)?.output.1)
        let path = "/api/v2/pdfexporttask/progress/\(task)"
        let progress = try site.read(path, as: "reader-bot")
        #expect(progress.text("state") == "SUCCEEDED" && progress.number("progress") == 100)
        #expect(try site.ask(path, as: "ungranted").status == 404)
        #expect(try site.ask(path + "0", as: "reader-bot").status == 404)

        let address = try #require(progress.text("result"))
        #expect(address.hasPrefix("http://api.media.atlassian.com/file/"))
        let file = site.simulator.respond(to: Request(.get, try WebAddress(parsing: address)))
        #expect(file.status == 200 && file.headers["Content-Type"] == "application/pdf")
        #expect(file.body.starts(with: Array("%PDF-".utf8)))
    }

    @Test("nobody gets a page so that they can't read", arguments: ConfluenceSite.Acme.allCases)
    func hidden(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for id in ["98320", "999999", "x"] {
            var request = try site.request(Self.start, query: [QueryItem("pageId", id)], as: "reader-bot")
            request.headers["X-Atlassian-Token"] = "no-check"
            #expect(site.simulator.respond(to: request).status == 404, "\(id)")
        }
    }

    @Test("the table of a file tells where each object begins, and every sign of the text is in it")
    func form() throws {
        let paragraph = String(repeating: "Ein Wort und noch eins. ", count: 900)
        let bytes = PDFWriter.write(
            title: "Größe (1)", text: "\(paragraph)\nПривет, 世界 😀\n" + String(repeating: "x", count: 100))
        let text = String(decoding: bytes, as: UTF8.self)
        let table = try #require(text.firstMatch(of: #/xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer/#))
        let rows = table.output.2.split(separator: "\n")
        #expect(rows.count == Int(table.output.1))
        for (number, row) in rows.enumerated().dropFirst() {
            let place = try #require(Int(row.prefix(10)))
            #expect(bytes[place...].starts(with: Array("\(number) 0 obj\n".utf8)))
        }
        #expect(text.contains("/Count 6") && text.contains("<< /Title <FEFF00470072"))
        // U+1F600 stands as two units of UTF-16 in the map, and lines break at 80 signs.
        #expect(text.contains("<D83DDE00>") && text.contains("/u1F600") && text.contains("<041F>"))
        #expect(text.contains("<\(String(repeating: "78", count: 80))> Tj T*"))
        #expect(text.contains("<\(String(repeating: "78", count: 20))> Tj T*"))
    }
}
