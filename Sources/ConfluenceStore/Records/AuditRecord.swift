package import struct Foundation.Date

/// One entry of the audit log.
package struct AuditRecord: Sendable, Hashable {
    /// `nil` for an author who has no account on the site.
    package var author: AccountRecord?
    package var authorName: String
    package var address: String
    package var createdAt: Date
    package var summary: String
    package var description: String
    package var category: String
    package var isBySiteAdmin: Bool
    /// The affected and associated objects and the changed values, as JSON text.
    package var details: String

    package init(
        author: AccountRecord?, authorName: String, address: String, createdAt: Date, summary: String,
        description: String = "", category: String, isBySiteAdmin: Bool, details: String
    ) {
        self.author = author
        self.authorName = authorName
        self.address = address
        self.createdAt = createdAt
        self.summary = summary
        self.description = description
        self.category = category
        self.isBySiteAdmin = isBySiteAdmin
        self.details = details
    }
}

/// Which entries of the audit log are wanted; a part that is `nil` does not narrow it.
package struct AuditFilter: Sendable, Hashable {
    package var from: Date?
    package var to: Date?
    /// Words that summary, description or author hold.
    package var text: String?

    package init(from: Date? = nil, to: Date? = nil, text: String? = nil) {
        self.from = from
        self.to = to
        self.text = text
    }
}
