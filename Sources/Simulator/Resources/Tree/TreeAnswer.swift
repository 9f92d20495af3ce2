import ConfluenceStore

/// What calls about trees and versions of content gave.
enum TreeAnswer: Sendable {
    case branch(BranchLists)
    case versions(Rows<VersionDetails>)
    case version(VersionDetails)
    case places(TreePlaces)
    /// A folder, whiteboard, database or embedded link.
    case treeContent(ContentDetails)
    case scan(ScanAnswer)
    /// What lies behind each id, in the order in which they were sent; `nil` for what can't be seen.
    case types([(id: String, type: String?)])
    /// A page that Data Center's form moved.
    case movedByForm(ContentRecord)
    /// Why a form did nothing.
    case formErrors([String])
    case remote(RemoteAnswer)
    /// A page that was moved.
    case moved(Int64)
}

/// A version of a piece of content, with the parts of it that were asked for.
struct VersionDetails: Sendable {
    var version: VersionRecord
    /// The content as it is today.
    var content: ContentRecord
    var expansion = Expansion()
    /// The content as it was then.
    var old: ContentDetails?
}
