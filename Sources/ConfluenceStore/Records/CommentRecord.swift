package import struct Foundation.Date

/// What a comment has that other content has not.
package struct CommentFacts: Sendable, Hashable {
    /// The comment that it answers; `nil` at the top of a thread.
    package var repliesTo: Int64?
    /// The text that an inline comment is about; `nil` for a footer comment.
    package var anchor: CommentAnchor?
    package var isInline: Bool
    package var resolution: CommentResolution

    package init(
        repliesTo: Int64? = nil, anchor: CommentAnchor? = nil, isInline: Bool = false,
        resolution: CommentResolution = CommentResolution()
    ) {
        self.repliesTo = repliesTo
        self.anchor = anchor
        self.isInline = isInline
        self.resolution = resolution
    }
}

/// The text that an inline comment is about, and the mark around it in the body.
package struct CommentAnchor: Sendable, Hashable {
    package var markerRef: String
    package var selection: String

    package init(markerRef: String, selection: String) {
        self.markerRef = markerRef
        self.selection = selection
    }
}

/// A text of a body, and which of its places is meant, counted from 0.
package struct TextSelection: Sendable, Hashable {
    package var text: String
    package var index: Int

    package init(text: String, index: Int) {
        self.text = text
        self.index = index
    }
}

/// Whether a comment is settled, and by whom that was last changed.
package struct CommentResolution: Sendable, Hashable {
    package var status: Status
    package var modifier: AccountRecord?
    package var modifiedAt: Date?

    package init(status: Status = .open, modifier: AccountRecord? = nil, modifiedAt: Date? = nil) {
        self.status = status
        self.modifier = modifier
        self.modifiedAt = modifiedAt
    }

    /// The raw values are Confluence's own.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case open
        case reopened
        case resolved
        /// The text is gone from the body.
        case dangling
    }
}

/// Which comments a listing names; a part that is `nil` does not narrow it.
package struct CommentFilter: Sendable, Hashable {
    package var containerID: Int64?
    package var place: Place?
    package var isInline: Bool?
    package var resolutions: Set<CommentResolution.Status>?
    package var order: Order
    /// The place behind which the list begins.
    package var behind: ContentPlace?

    package enum Place: Sendable, Hashable {
        /// At the top of a thread.
        case top
        case below(Int64)
    }

    package enum Order: String, Sendable, Hashable, CaseIterable {
        case created = "created-date"
        case createdLast = "-created-date"
        case modified = "modified-date"
        case modifiedLast = "-modified-date"

        package var content: ContentFilter.Order {
            switch self {
            case .created: .oldestFirst
            case .createdLast: .newestFirst
            case .modified: .longestUnmodifiedFirst
            case .modifiedLast: .lastModifiedFirst
            }
        }
    }

    package init(
        containerID: Int64? = nil, place: Place? = nil, isInline: Bool? = nil,
        resolutions: Set<CommentResolution.Status>? = nil, order: Order = .created,
        behind: ContentPlace? = nil
    ) {
        self.containerID = containerID
        self.place = place
        self.isInline = isInline
        self.resolutions = resolutions
        self.order = order
        self.behind = behind
    }
}
