package import ConfluenceModel

/// Somebody who asks a site, by the role in which scenarios name them.
package struct SiteAccount: Sendable, Hashable {
    package var role: String
    package var authentication: Authentication

    package init(role: String, authentication: Authentication) {
        self.role = role
        self.authentication = authentication
    }

    /// What stands before the password or API token; empty for a token that needs no name.
    package var username: String {
        if case .basic(let user, _) = authentication { user } else { "" }
    }

    /// The role that makes the scratch page where the site has it; otherwise the first one does.
    package static let writer = "writer"
}

extension [SiteAccount] {
    /// Whoever makes and removes what a run needs for itself.
    package var keeper: SiteAccount? {
        first { $0.role == SiteAccount.writer } ?? first
    }
}
