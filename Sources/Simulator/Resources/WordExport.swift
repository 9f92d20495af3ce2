import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// A page as a file for word processors; no REST resource gives one.
extension Resource {
    static let exportWord = Resource.reading({ call, store in
        let text = call.item("pageId") ?? ""
        guard let id = Int64(text) else {
            throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no id of a page")
        }
        return .view(try store.content(id, of: [.page, .blogpost]))
    }) { grant, store, _ in
        let page = try grant.content
        return .word(page, html: try ContentLoader(grant, store).body(of: page, as: .exportView))
    }
}
