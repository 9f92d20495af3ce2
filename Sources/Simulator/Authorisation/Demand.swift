import ConfluenceModel
import ConfluenceStore

/// What a call is about and wants to do with it, found before anybody is asked for leave.
enum Demand: Sendable {
    case nothing
    /// A list or search whose rows are filtered for the caller.
    case list
    case content(ContentOperation, ContentRecord)
    case create(ContentKind, SpaceRecord, parent: ContentRecord?)
    case inSpace(SpaceOperation, SpaceRecord)
    /// A question about somebody's rights to content: one's own, or as an administrator anybody's.
    case weighRights(of: RightsSubject, ContentRecord)

    static func viewSpace(_ space: SpaceRecord) -> Demand { .inSpace(.view, space) }
    static func view(_ content: ContentRecord) -> Demand { .content(.read, content) }
    static func edit(_ content: ContentRecord) -> Demand { .content(.update, content) }
    static func label(_ content: ContentRecord) -> Demand { .content(.label, content) }
    static func attach(_ content: ContentRecord) -> Demand { .content(.attach, content) }
}
