public import struct Foundation.Date

/// A comment of a site file on a page, with the answers to it.
public struct CommentDefinition: Sendable, Hashable {
    /// The content id; `nil` lets the site number it.
    public var id: Int64?

    /// The body in storage format.
    public var body: String

    /// The account that wrote it, by ``UserDefinition/name``; `nil` takes the one that made the page.
    public var author: String?

    /// When it was written; `nil` dates it like all else that a site starts with.
    public var createdAt: Date?

    /// The text of the page that an inline comment is about; `nil` for a footer comment and for an answer.
    public var selection: Selection?
    public var isResolved: Bool
    public var replies: [CommentDefinition]

    public init(
        id: Int64? = nil,
        body: String,
        author: String? = nil,
        createdAt: Date? = nil,
        selection: Selection? = nil,
        isResolved: Bool = false,
        replies: [CommentDefinition] = []
    ) {
        self.id = id
        self.body = body
        self.author = author
        self.createdAt = createdAt
        self.selection = selection
        self.isResolved = isResolved
        self.replies = replies
    }

    /// A text of a body, and which of its places is meant, counted from 1.
    public struct Selection: Sendable, Hashable {
        public var text: String
        public var occurrence: Int

        public init(_ text: String, occurrence: Int = 1) {
            self.text = text
            self.occurrence = occurrence
        }
    }
}
