package import ConfluenceModel

package import struct Foundation.Date

/// What a search depends on besides its query.
package struct SearchContext: Sendable, Hashable {
    package var viewer: Viewer
    package var now: Date
    package var unknownSpace: UnknownSpace
    /// The statuses that content may have; drafts are their makers' alone.
    package var statuses: Set<ContentStatus>
    package var includeArchivedSpaces: Bool

    /// Whether spaces are found too, as `/search` does and `/content/search` does not.
    package var includesSpaces: Bool

    /// Whether accounts are found, and what the fields that name them mean.
    package var userRows: UserRows

    /// Whether queries may name people by user name and user key, and not by account id alone.
    package var takesUserNames: Bool

    /// How the texts of `~` are read.
    package var textSyntax: TextSyntax

    /// How many hits are counted one by one; the number of more is estimated from how they lie.
    package var countsUpTo: Int

    /// Values of `type` that a deployment knows besides content, `space` and `user`; the store holds none of them.
    package var furtherTypes: [String]

    /// Whether `type` may name the types that apps give to their content.
    package var knowsCustomTypes: Bool

    /// What `currentSpace()` means.
    package var currentSpaceKey: String?
    /// What `currentContent()` means.
    package var currentContentID: Int64?

    /// What naming only spaces that the viewer can't view leads to.
    package enum UnknownSpace: Sendable, Hashable {
        case empty
        case failure
    }

    /// How a search deals with accounts.
    package enum UserRows: Sendable, Hashable {
        /// They are never found, and fields of people are none of this search's.
        case none
        /// The same, and `type = user` by itself says nothing: all content is found.
        case meaningless
        /// They are found by `type = user` and by fields of people.
        case found
    }

    package init(
        viewer: Viewer,
        now: Date,
        unknownSpace: UnknownSpace = .empty,
        statuses: Set<ContentStatus> = [.current],
        includeArchivedSpaces: Bool = false,
        includesSpaces: Bool = false,
        userRows: UserRows = .none,
        takesUserNames: Bool = true,
        textSyntax: TextSyntax = .words,
        countsUpTo: Int = 1000,
        furtherTypes: [String] = [],
        knowsCustomTypes: Bool = false,
        currentSpaceKey: String? = nil,
        currentContentID: Int64? = nil
    ) {
        self.viewer = viewer
        self.now = now
        self.unknownSpace = unknownSpace
        self.statuses = statuses
        self.includeArchivedSpaces = includeArchivedSpaces
        self.includesSpaces = includesSpaces
        self.userRows = userRows
        self.takesUserNames = takesUserNames
        self.textSyntax = textSyntax
        self.countsUpTo = countsUpTo
        self.furtherTypes = furtherTypes
        self.knowsCustomTypes = knowsCustomTypes
        self.currentSpaceKey = currentSpaceKey
        self.currentContentID = currentContentID
    }
}

/// One page of a search's hits, and how many there are on all pages.
package struct SearchPage: Sendable, Hashable {
    package var hits: [SearchHit]

    /// Estimated where there are more than ``SearchContext/countsUpTo``, but never fewer than are known to be there.
    package var total: Int

    /// Whether rows lie behind these.
    package var hasMore: Bool

    /// Where the next page goes on; `nil` where this page is empty.
    package var next: SearchPlace?
}

/// A row that a search found.
package struct SearchHit: Sendable, Hashable {
    package var entity: Entity

    package enum Entity: Sendable, Hashable {
        case content(ContentRecord)
        case space(SpaceRecord)
        case user(AccountRecord)
    }

    /// The title with the words that were searched for between `@@@hl@@@` and `@@@endhl@@@`; not escaped.
    package var title: String

    /// Plain text around the first words that were searched for, marked likewise; not escaped.
    package var excerpt: String

    /// How the plain text begins.
    package var beginning: String

    /// The content, unless something else was found.
    package var content: ContentRecord? {
        if case .content(let content) = entity { content } else { nil }
    }

    package var space: SpaceRecord? {
        if case .space(let space) = entity { space } else { nil }
    }
}
