package import ConfluenceModel

package import struct Foundation.Date

/// Which content a listing names; a part that is `nil` does not narrow it.
package struct ContentFilter: Sendable, Hashable {
    package var kind: ContentKind?
    package var kinds: Set<ContentKind>?
    /// The type that an app gave to custom content.
    package var customType: String?
    package var isLiveDoc: Bool?
    package var spaceID: Int64?
    package var spaceIDs: [Int64]?
    package var spaceKey: String?
    package var title: String?
    package var titleIgnoresCase: Bool
    package var statuses: Set<ContentStatus>
    package var parentID: Int64?

    /// The content that holds the comments or attachments looked for.
    package var containerID: Int64?
    package var ids: [Int64]?
    /// The id behind which the list begins.
    package var after: Int64?
    /// Whether only content without a parent is named.
    package var rootsOnly: Bool
    /// The moments between which the content was made; the end is left out.
    package var created: Range<Date>?
    package var order: Order
    /// The place behind which the list begins.
    package var behind: ContentPlace?

    package enum Order: Sendable, Hashable, CaseIterable {
        case id
        case position
        case title
        case newestFirst
        case oldestFirst
        case lastModifiedFirst
        case longestUnmodifiedFirst
        case idBackwards
        case positionBackwards
        case titleBackwards
    }

    package init(
        kind: ContentKind? = nil,
        kinds: Set<ContentKind>? = nil,
        customType: String? = nil,
        isLiveDoc: Bool? = nil,
        spaceID: Int64? = nil,
        spaceIDs: [Int64]? = nil,
        spaceKey: String? = nil,
        title: String? = nil,
        titleIgnoresCase: Bool = false,
        statuses: Set<ContentStatus> = [.current],
        parentID: Int64? = nil,
        containerID: Int64? = nil,
        ids: [Int64]? = nil,
        after: Int64? = nil,
        rootsOnly: Bool = false,
        created: Range<Date>? = nil,
        order: Order = .id,
        behind: ContentPlace? = nil
    ) {
        self.kind = kind
        self.kinds = kinds
        self.customType = customType
        self.isLiveDoc = isLiveDoc
        self.spaceID = spaceID
        self.spaceIDs = spaceIDs
        self.spaceKey = spaceKey
        self.title = title
        self.titleIgnoresCase = titleIgnoresCase
        self.statuses = statuses
        self.parentID = parentID
        self.containerID = containerID
        self.ids = ids
        self.after = after
        self.rootsOnly = rootsOnly
        self.created = created
        self.order = order
        self.behind = behind
    }
}
