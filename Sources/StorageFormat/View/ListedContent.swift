/// A piece of content in a list that a macro makes.
package struct ListedContent: Sendable {
    package var kind: Kind
    package var page: LinkedPage
    package var spaceName: String
    /// With the site's context path.
    package var spacePath: String
    package var labels: [String]
    /// Whether it was never changed since it was made.
    package var isNew: Bool
    package var author: LinkedPerson
    /// The day of the last change, such as `Nov 26, 2026`.
    package var changed: String

    package init(
        kind: Kind, page: LinkedPage, spaceName: String, spacePath: String, labels: [String], isNew: Bool,
        author: LinkedPerson, changed: String
    ) {
        self.kind = kind
        self.page = page
        self.spaceName = spaceName
        self.spacePath = spacePath
        self.labels = labels
        self.isNew = isNew
        self.author = author
        self.changed = changed
    }

    /// What lists tell apart; the raw values are Confluence's.
    package enum Kind: String, Sendable, Hashable {
        case page
        case blogpost
        case comment
        case attachment
        case other

        /// As a reader is told.
        var words: String {
            switch self {
            case .page, .other: "Page"
            case .blogpost: "Blog Post"
            case .comment: "Comment"
            case .attachment: "Attachment"
            }
        }
    }
}

/// A file in a list that a macro makes.
package struct ListedFile: Sendable {
    package var file: LinkedFile
    package var size: Int
    package var comment: String
    package var labels: [String]
    /// Milliseconds since 1970.
    package var changedAt: Int64
    package var createdAt: Int64
    /// The day of the last change, such as `Nov 26, 2026`.
    package var changed: String
    package var author: LinkedPerson

    package init(
        file: LinkedFile, size: Int, comment: String, labels: [String], changedAt: Int64, createdAt: Int64,
        changed: String, author: LinkedPerson
    ) {
        self.file = file
        self.size = size
        self.comment = comment
        self.labels = labels
        self.changedAt = changedAt
        self.createdAt = createdAt
        self.changed = changed
        self.author = author
    }
}
