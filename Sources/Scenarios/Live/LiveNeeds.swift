package import ConfluenceModel

/// What a scenario needs of a site that is not its own: it says so under `live`.
package struct LiveNeeds: Sendable, Hashable {
    /// The roles of the accounts that it asks as.
    package var accounts: [String]
    /// Whether it writes, below the marked page of the scratch space.
    package var writes: Bool
    /// The scratch space of its simulated site; a live site's is in the profile.
    package var space: String?
    /// The only hosting that it is for; `nil` for any.
    package var hosting: DeploymentKind?

    package init(
        accounts: [String] = [], writes: Bool = false, space: String? = nil, hosting: DeploymentKind? = nil
    ) {
        self.accounts = accounts
        self.writes = writes
        self.space = space
        self.hosting = hosting
    }
}
