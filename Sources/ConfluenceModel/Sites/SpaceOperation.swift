/// What a space permission allows; the raw values are the words of the site file.
public enum SpaceOperation: String, Sendable, Hashable, Codable, CaseIterable {
    case view
    /// Adding pages and editing those that exist: Confluence has one permission for both.
    case createPage = "create-page"
    case createBlogPost = "create-blogpost"
    case createComment = "create-comment"
    case createAttachment = "create-attachment"
    case deletePage = "delete-page"
    case deleteBlogPost = "delete-blogpost"
    case deleteComment = "delete-comment"
    case deleteAttachment = "delete-attachment"
    /// Deleting what one has made oneself.
    case deleteOwn = "delete-own"
    /// Archiving pages; a permission that Cloud alone has.
    case archivePage = "archive-page"
    /// Restricting who may view or edit a page.
    case restrict
    case export
    case administer
}
