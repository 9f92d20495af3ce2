import ConfluenceModel
import ConfluenceStore

/// What a call is about and wants to do with it, found before anybody is asked for leave.
enum Demand: Sendable {
    case nothing
    /// A list or search whose rows are filtered for the caller.
    case list
    case content(ContentOperation, ContentRecord)
    /// Taking a label of a name off content: the caller's own, which who may view may take off, before one that all see.
    case unlabel(ContentRecord, name: String)
    case create(ContentKind, SpaceRecord, parent: Parent?)
    /// Something in a space; who may not view it is refused as if there were none.
    case inSpace(
        SpaceOperation, SpaceRecord, missing: Refusal.Kind = .spaceMissing, denied: Refusal.Kind = .administerDenied)
    /// What every account that may use Confluence may do, and no visitor.
    case account
    /// Making a space, which the site may leave to some groups.
    case createSpace
    /// What administrators of the site alone may do.
    case administerSite
    /// Several things, of which none may be refused; the first is what the call is about.
    indirect case all([Demand])
    /// A question about somebody's rights to content: one's own, or as an administrator anybody's.
    case weighRights(of: RightsSubject, ContentRecord)

    /// What new content is to lie below; that there is nothing of that id is told to nobody who may create nothing.
    enum Parent: Sendable {
        case content(ContentRecord)
        case missing(Refusal)
    }

    static func viewSpace(_ space: SpaceRecord) -> Demand { .inSpace(.view, space) }
    static func view(_ content: ContentRecord) -> Demand { .content(.read, content) }
    static func edit(_ content: ContentRecord) -> Demand { .content(.update, content) }
    static func label(_ content: ContentRecord) -> Demand { .content(.label, content) }
    static func attach(_ content: ContentRecord) -> Demand { .content(.attach, content) }
}
