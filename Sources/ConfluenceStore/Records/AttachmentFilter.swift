/// Which files a listing names; a part that is `nil` does not narrow it.
package struct AttachmentFilter: Sendable, Hashable {
    package var containerID: Int64?
    package var fileName: String?
    package var mediaType: String?
    package var isTrashed: Bool
    package var order: Order
    /// The place behind which the list begins.
    package var behind: ContentPlace?

    package enum Order: String, Sendable, Hashable, CaseIterable {
        case name
        case created = "created-date"
        case createdLast = "-created-date"
        case modified = "modified-date"
        case modifiedLast = "-modified-date"

        package var content: ContentFilter.Order {
            switch self {
            case .name: .title
            case .created: .oldestFirst
            case .createdLast: .newestFirst
            case .modified: .longestUnmodifiedFirst
            case .modifiedLast: .lastModifiedFirst
            }
        }
    }

    package init(
        containerID: Int64? = nil, fileName: String? = nil, mediaType: String? = nil, isTrashed: Bool = false,
        order: Order = .name, behind: ContentPlace? = nil
    ) {
        self.containerID = containerID
        self.fileName = fileName
        self.mediaType = mediaType
        self.isTrashed = isTrashed
        self.order = order
        self.behind = behind
    }
}
