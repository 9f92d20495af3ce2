import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Pages as PDF")
struct PDFExportTests {
    private static let path = "/spaces/flyingpdf/pdfpageexport.action"

    @Test("Data Center redirects to a PDF with the page's words in it")
    func page() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let answer = try site.ask(Self.path, query: [QueryItem("pageId", "98311")], as: "reader-bot")
        let location = try #require(answer.headers["Location"])
        #expect(answer.status == 302 && location.hasPrefix(site.url + "/download/temp/"))
        let path = String(location.dropFirst(site.url.count).prefix { $0 != "?" })
        let file = try site.ask(path, as: "reader-bot")
        #expect(file.status == 200 && file.headers["Content-Type"] == "application/pdf")
        #expect(file.text.hasPrefix("%PDF-1.4") && file.text.hasSuffix("%%EOF\n"))
        #expect(file.text.contains("(Refund policy) Tj") && file.text.contains("30 days"))
    }

    @Test("nobody gets a PDF of a page that they can't read")
    func hidden() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        for id in ["98320", "999999", "x"] {
            #expect(try site.ask(Self.path, query: [QueryItem("pageId", id)], as: "reader-bot").status == 404)
            #expect(try site.ask("/download/temp/filestore/pdfexport-\(id)/a.pdf", as: "reader-bot").status == 404)
        }
    }

    @Test("long texts go on over lines and pages, and the table tells where each object begins")
    func document() throws {
        let text = String(repeating: "word (and) é ☃ ", count: 700)
        let bytes = PDFWriter.document(title: "Title", text: text)
        let file = String(decoding: bytes, as: UTF8.self)
        #expect(file.contains("/Count 3") && file.contains("word \\(and\\) \\351 ?"))
        let begin = try #require(file.firstMatch(of: #/startxref\n(\d+)/#).flatMap { Int($0.output.1) })
        let table = String(decoding: bytes[begin...], as: UTF8.self)
        #expect(table.hasPrefix("xref\n0 10\n"))
        for (index, entry) in table.matches(of: #/(\d{10}) 00000 n/#).enumerated() {
            let object = String(decoding: bytes[(Int(entry.output.1) ?? 0)...].prefix(12), as: UTF8.self)
            #expect(object.hasPrefix("\(index + 1) 0 obj"))
        }
    }
}
