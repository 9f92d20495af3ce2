import ArgumentParser
import Diagnosis

/// A page that a command line names.
enum PageOption {
    @Sendable
    static func read(_ text: String) throws -> NamedPage {
        if let page = PageReference(text) { return NamedPage(page: page, host: PageReference.host(in: text)) }
        throw ValidationError(
            "it must be a page's id, or its address with the id or the title: …/pages/ID/…, pageId=ID, …/x/CODE, "
                + "…/display/KEY/TITLE")
    }

    /// A page's id alone, for a command that asks for it again and again.
    @Sendable
    static func readID(_ text: String) throws -> String {
        if case .id(let id)? = PageReference(text) { return id }
        throw ValidationError("it must be a page's id, the number in its address: …/pages/ID/… or pageId=ID")
    }
}

/// A page with the host of the address by which it was named.
struct NamedPage {
    var page: PageReference
    var host: String?
}
