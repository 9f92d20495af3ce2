package import ConfluenceModel

package import struct Foundation.Date

/// What a piece of content is; the raw values are Confluence's types.
package enum ContentKind: String, Sendable, Hashable, CaseIterable {
    case page
    case blogpost
    case comment
    case attachment
    case folder
    case whiteboard
    case database
    case embed
    /// What apps keep, under a type of their own.
    case custom

    /// The kinds that every deployment has.
    package static let everywhere: [ContentKind] = [.page, .blogpost, .comment, .attachment]

    /// The kinds that have a place in the tree of a space.
    package static let ofTree: Set<ContentKind> = [.page, .folder, .whiteboard, .database, .embed]

    /// The kinds that hang on other content and go with it.
    package static let parts: Set<ContentKind> = [.comment, .attachment, .custom]
}

/// Pages of Cloud that are not ordinary ones; the raw values are Confluence's.
package enum PageSubtype: String, Sendable, Hashable {
    /// A live doc, which has no drafts: all see each change as it is typed.
    case live
}

/// A page, blog post, comment, attachment, folder or the like in its present version.
package struct ContentRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var kind: ContentKind
    package var status: ContentStatus
    package var title: String
    package var spaceID: Int64
    package var spaceKey: String
    package var spaceName: String

    /// The page above a page; for comments and attachments the content that holds them.
    package var parentID: Int64?
    package var parentKind: ContentKind?

    /// The place among the parent's children, counted from 0; moves may leave gaps.
    package var position: Int

    /// The nearest of the content and its ancestors whose viewing is restricted; `nil` where all who view the space may.
    package var guardID: Int64?
    package var version: VersionRecord
    package var createdAt: Date
    package var creator: AccountRecord

    /// The body in storage format; empty for attachments.
    package var body: String
    package var attachment: AttachmentFacts?

    /// What custom content has that other content has not.
    package var custom: CustomType?

    /// What kind of page it is; `nil` for an ordinary one and for all that is no page.
    package var subtype: PageSubtype?

    /// The type that clients are told.
    package var typeName: String { custom?.name ?? kind.rawValue }
}

/// Who made a version of a piece of content, when, and why.
package struct VersionRecord: Sendable, Hashable {
    package var number: Int
    package var createdAt: Date
    package var author: AccountRecord
    package var message: String
    package var isMinorEdit: Bool
}

/// What an attachment has that other content has not.
package struct AttachmentFacts: Sendable, Hashable {
    package var mediaType: String
    package var size: Int
    package var comment: String

    /// Cloud's identifier of the file, a UUID that stays the same over all versions.
    package var fileID: String
}

/// A label on a piece of content.
package struct LabelRecord: Sendable, Hashable, Identifiable {
    package var id: Int64

    /// `global`, `my` or `team`.
    package var prefix: String
    package var name: String

    /// The row of the account that alone sees the label; `nil` for one that all see.
    package var ownerID: Int64?

    /// The prefix of labels that belong to an account.
    package static let personalPrefix = "my"
}

/// How often a label is used, and how lately it was put on something.
package struct LabelUse: Sendable, Hashable {
    package var label: LabelRecord
    package var count: Int
    /// Grows with each use of any label.
    package var lastUse: Int64
}
