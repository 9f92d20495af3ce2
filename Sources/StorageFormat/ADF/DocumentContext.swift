/// What a body needs to know of its page to become an Atlassian document.
package struct DocumentContext: Sendable {
    /// The media collection that holds the page's files: `contentId-98311`.
    package var collection: String
    /// The file id of the page's attachment with that name, `nil` when there is none.
    package var fileID: @Sendable (_ fileName: String) -> String?
    /// The path of a page, `nil` when there is none; without a space key the page is in the same space.
    package var pagePath: @Sendable (_ title: String, _ spaceKey: String?) -> String?

    package init(
        collection: String = "",
        fileID: @escaping @Sendable (_ fileName: String) -> String? = { _ in nil },
        pagePath: @escaping @Sendable (_ title: String, _ spaceKey: String?) -> String? = { _, _ in nil }
    ) {
        self.collection = collection
        self.fileID = fileID
        self.pagePath = pagePath
    }
}
