import ConfluenceModel
import ConfluenceToolkit

/// What a site was found to let an account do.
struct HeldRights: Sendable {
    var identity: SiteIdentity?
    var account: String?
    /// Whether the account may use Confluence; `nil` where that isn't known.
    var mayUseConfluence: Bool?
    /// What it may do in the space; `nil` where the site doesn't say.
    var space: StatedOperations?
    /// Whether the space itself is out of sight.
    var isSpaceHidden = false
    var page: Set<PageRight>?
    var isPageHidden = false
    var scopes = Scopes.unknown
    /// Why permissions don't bind the account at all, in words.
    var power: String?
    /// How many spaces the account sees, where the toolkit is restricted to none.
    var visibleSpaces: String?
    var notes: [String] = []

    /// What is known about the scopes of a token.
    enum Scopes: Sendable, Hashable {
        case unknown
        /// The credential has none, so that they don't limit it.
        case none
        /// Each that was asked for, with whether the token has it.
        case asked([String: Bool])
    }
}
