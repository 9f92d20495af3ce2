import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// A page as a PDF, which Data Center leads to by a redirect; no REST resource gives one.
extension Resource {
    static let exportPDF = Resource.reading({ call, store in
        try page(call.item("pageId") ?? "", store)
    }) { grant, _, _ in
        .pdfPlace(try grant.content)
    }

    static let exportedPDF = Resource.reading({ call, store in
        let place = call.place("export")
        return try page(place.hasPrefix(pdfPlace) ? String(place.dropFirst(pdfPlace.count)) : "", store)
    }) { grant, _, _ in
        let page = try grant.content
        return .pdf(page, text: StorageFormat.plainText(page.body))
    }

    /// What stands before a page's id in the name of the folder with its PDF.
    static let pdfPlace = "pdfexport-"

    private static func page(_ text: String, _ store: StoreReader) throws -> Demand {
        guard let id = Int64(text) else {
            throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no id of a page")
        }
        return .view(try store.content(id, of: [.page, .blogpost]))
    }
}
