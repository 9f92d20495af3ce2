import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// A page as a file for word processors; no REST resource gives one.
extension Resource {
    static let exportWord = Resource.reading(exportedPage) { grant, store, _ in
        let page = try grant.content
        return .word(page, html: try ContentLoader(grant, store).body(of: page, as: .exportView))
    }
}
