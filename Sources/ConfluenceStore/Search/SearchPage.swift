import ConfluenceModel

package import struct Foundation.Date

/// What a search depends on besides its query.
package struct SearchContext: Sendable, Hashable {
    package var viewer: Viewer
    package var now: Date
    package var unknownSpace: UnknownSpace
    package var includeArchivedSpaces: Bool

    /// Whether spaces are found too, as `/search` does and `/content/search` does not.
    package var includesSpaces: Bool

    /// Values of `type` that a deployment knows besides content, `space` and `user`; the store holds none of them.
    package var furtherTypes: [String]

    /// What `currentSpace()` means.
    package var currentSpaceKey: String?
    /// What `currentContent()` means.
    package var currentContentID: Int64?

    /// What naming only spaces that the viewer can't view leads to.
    package enum UnknownSpace: Sendable, Hashable {
        case empty
        case failure
    }

    package init(
        viewer: Viewer,
        now: Date,
        unknownSpace: UnknownSpace = .empty,
        includeArchivedSpaces: Bool = false,
        includesSpaces: Bool = false,
        furtherTypes: [String] = [],
        currentSpaceKey: String? = nil,
        currentContentID: Int64? = nil
    ) {
        self.viewer = viewer
        self.now = now
        self.unknownSpace = unknownSpace
        self.includeArchivedSpaces = includeArchivedSpaces
        self.includesSpaces = includesSpaces
        self.furtherTypes = furtherTypes
        self.currentSpaceKey = currentSpaceKey
        self.currentContentID = currentContentID
    }
}

/// One page of a search's hits, and how many there are on all pages.
package struct SearchPage: Sendable, Hashable {
    package var hits: [SearchHit]
    package var total: Int
}

/// A row that a search found.
package struct SearchHit: Sendable, Hashable {
    package var entity: Entity

    /// The title with the words that were searched for between `@@@hl@@@` and `@@@endhl@@@`; not escaped.
    package var title: String

    /// Plain text around the first words that were searched for, marked likewise; not escaped.
    package var excerpt: String

    package enum Entity: Sendable, Hashable {
        case content(ContentRecord)
        case space(SpaceRecord)
    }

    /// The content, unless a space was found.
    package var content: ContentRecord? {
        if case .content(let content) = entity { content } else { nil }
    }

    package var space: SpaceRecord? {
        if case .space(let space) = entity { space } else { nil }
    }
}
