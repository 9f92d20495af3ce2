/// What a body needs to know of its page and site to be shown.
package struct ViewContext: Sendable {
    /// What stands before every path of the site: `/wiki`.
    package var linkBase: String
    /// The title of the page, which Confluence puts before the ids of its headings.
    package var pageTitle: String
    /// The path of the page's attachment with that file name.
    package var attachmentPath: @Sendable (_ fileName: String) -> String
    /// The path of a page, `nil` when there is none; without a space key the page is in the same space.
    package var pagePath: @Sendable (_ title: String, _ spaceKey: String?) -> String?
    /// The display name of an account id, user key or user name.
    package var userName: @Sendable (_ identifier: String) -> String?

    package init(
        linkBase: String,
        pageTitle: String = "",
        attachmentPath: @escaping @Sendable (_ fileName: String) -> String,
        pagePath: @escaping @Sendable (_ title: String, _ spaceKey: String?) -> String?,
        userName: @escaping @Sendable (_ identifier: String) -> String? = { _ in nil }
    ) {
        self.linkBase = linkBase
        self.pageTitle = pageTitle
        self.attachmentPath = attachmentPath
        self.pagePath = pagePath
        self.userName = userName
    }

    /// The id of a heading: title and text without white space, joined by a hyphen.
    func headingID(_ text: String) -> String {
        let name = text.filter { !$0.isWhitespace }
        let title = pageTitle.filter { !$0.isWhitespace }
        return title.isEmpty ? name : "\(title)-\(name)"
    }
}
