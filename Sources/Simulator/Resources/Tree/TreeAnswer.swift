import ConfluenceStore

/// What calls about trees and versions of content gave.
enum TreeAnswer: Sendable {
    case branch(BranchLists)
    case versions(Rows<VersionDetails>)
    case version(VersionDetails)
    case places(TreePlaces)
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
