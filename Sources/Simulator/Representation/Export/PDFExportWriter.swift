import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

import struct Foundation.Date

/// Writes what a site answers on the way to a page as a PDF, and the file.
struct PDFExportWriter: Sendable {
    let site: SiteDefinition
    let base: SiteBase
    let now: Date
    /// Where the store of files gives a file of that id and name for a ticket.
    let mediaAddress: @Sendable (MediaTicket, _ file: String, _ name: String) -> String

    func write(_ answer: PDFAnswer) -> Response {
        switch answer {
        case .started(let page): progressPage(page)
        case .ready(let page, let ticket):
            json([
                "progress": 100, "state": "SUCCEEDED",
                "result": .string(mediaAddress(ticket, PDFExport.file(of: page.id), "\(page.title).pdf")),
                "estimatedTimeRemaining": 0, "timeElapsed": 0,
            ])
        case .moved(let page): Response(status: 302, headers: ["Location": base.url + temporaryPath(page)])
        case .file(let page):
            Response(
                status: 200,
                headers: [
                    "Content-Type": "application/pdf",
                    "Content-Disposition":
                        "attachment; filename*=UTF-8''\(PercentEncoding.encode("\(page.title).pdf", allowed: .pathSegment))",
                ],
                body: PDFWriter.write(title: page.title, text: StorageFormat.plainText(page.body)))
        }
    }

    /// The page whose script waits for the task; programs read its id in the head.
    private func progressPage(_ page: ContentRecord) -> Response {
        let text =
            "<!DOCTYPE html><html><head><title>\(RefusalWriter.escaped(page.title))</title>"
            + "<meta name=\"ajs-taskId\" content=\"\(PDFExport.task(of: page.id))\">"
            + "<meta name=\"ajs-isV3\" content=\"true\"><meta name=\"ajs-cloud-id\" content=\"\(site.cloudID)\">"
            + "</head><body></body></html>"
        return Response(status: 200, headers: ["Content-Type": "text/html;charset=UTF-8"], body: Array(text.utf8))
    }

    /// As in `/download/temp/pdfexport-20221102-021122-0825-2377/Title_…-021122-0825-2378.pdf?contentType=application/pdf`.
    private func temporaryPath(_ page: ContentRecord) -> String {
        let time = CivilTime(milliseconds: Int64(now.timeIntervalSince1970 * 1000))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = two(time.day) + two(time.month) + two(time.year % 100) + "-" + two(time.hour) + two(time.minute)
        let name = FormEncoding.encode(page.title) + "_" + StableID.hexadecimal("pdf", String(page.id))
        return "/download/temp/pdfexport-\(time.year)\(two(time.month))\(two(time.day))-\(day)-\(page.id)/"
            + "\(name)-\(day)-\(page.id + 1).pdf?contentType=application/pdf"
    }

    private func json(_ value: JSON) -> Response {
        Response(status: 200, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }
}
