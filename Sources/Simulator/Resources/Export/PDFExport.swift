import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// A page as a PDF: Data Center sends the caller on to it, Cloud to a task that names where it lies among its files.
enum PDFAnswer: Sendable {
    /// Cloud: the task has begun.
    case started(ContentRecord)
    /// Cloud: the task is done, and who has the ticket may fetch the file.
    case ready(ContentRecord, MediaTicket)
    /// Data Center: the file lies elsewhere.
    case moved(ContentRecord)
    case file(ContentRecord)
}

extension Resource {
    static let exportPDF = Resource.reading(exportedPage) { grant, _, _ in .pdf(.moved(try grant.content)) }

    /// Where Data Center keeps the file for a while; its folder's last number is the page's.
    static let exportedPDF = Resource.reading({ call, store in
        try exportedPage(call.place("folder").split(separator: "-").last.map(String.init) ?? "", store)
    }) { grant, _, _ in
        .pdf(.file(try grant.content))
    }

    /// Cloud refuses who doesn't switch the XSRF check off, although it is only asked.
    static let startPDFExport = Resource.reading({ call, store in
        guard call.hasTokenCheckOff else {
            throw Refusal(.xsrf, because: "the export of a page lacks the header X-Atlassian-Token: no-check")
        }
        return try exportedPage(call, store)
    }) { grant, _, _ in
        .pdf(.started(try grant.content))
    }

    static let pdfExportProgress = Resource.reading({ call, store in
        let task = call.place("task")
        let digits = task.split(separator: "-").last ?? ""
        guard let id = Int64(digits, radix: 16), task == PDFExport.task(of: id) else {
            throw Refusal(.contentMissing, [.id: task], because: "no export has the id “\(task)”")
        }
        return try exportedPage(String(id), store)
    }) { grant, _, world in
        let page = try grant.content
        let ticket = MediaTicket(
            attachmentID: page.id, version: page.version.number, site: world.site, now: world.now)
        return .pdf(.ready(page, ticket))
    }

    /// The page or blog post that a call wants as a file.
    @Sendable static func exportedPage(_ call: Call, _ store: StoreReader) throws -> Demand {
        try exportedPage(call.item("pageId") ?? "", store)
    }

    private static func exportedPage(_ text: String, _ store: StoreReader) throws -> Demand {
        guard let id = Int64(text) else {
            throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no id of a page")
        }
        return .view(try store.content(id, of: [.page, .blogpost]))
    }
}

/// The names of what Cloud makes for an export.
enum PDFExport {
    /// The task of a page's export; the page's number stands at its end, so that no task need be kept.
    static func task(of pageID: Int64) -> String {
        let number = String(pageID, radix: 16)
        let start = StableID.uuid("pdf export", String(pageID)).dropLast(12)
        return "module-\(start)\(String(repeating: "0", count: max(0, 12 - number.count)))\(number)"
    }

    /// The file's name in the store of files.
    static func file(of pageID: Int64) -> String { StableID.uuid("pdf file", String(pageID)) }
}
