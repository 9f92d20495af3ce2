package import ConfluenceModel
package import ConfluenceWire

/// What the guard knows of a site: where it is, who asks it, and what may be done there.
package struct SiteAccess: Sendable {
    package var name: String
    /// With Confluence's own path, without a slash at its end: `https://acme.atlassian.net/wiki`.
    package var base: WebAddress
    package var hosting: DeploymentKind
    package var accounts: [SiteAccount]
    package var scratchSpace: String?
    package var mayWrite: Bool
    package var budget: SiteBudget
    package var patience: SitePatience
    /// What the run is known by on the site.
    package var mark: String

    package init(
        name: String, base: WebAddress, hosting: DeploymentKind, accounts: [SiteAccount], scratchSpace: String?,
        mayWrite: Bool, budget: SiteBudget = .unlimited, patience: SitePatience = .none, mark: String
    ) {
        self.name = name
        self.base = base
        self.hosting = hosting
        self.accounts = accounts
        self.scratchSpace = scratchSpace
        self.mayWrite = mayWrite
        self.budget = budget
        self.patience = patience
        self.mark = mark
    }

    package func account(as role: String) -> SiteAccount? {
        accounts.first { $0.role == role }
    }
}

/// How much a run may ask of a site.
package struct SiteBudget: Sendable, Hashable {
    package var requests: Int
    package var time: Duration

    package init(requests: Int, time: Duration) {
        self.requests = requests
        self.time = time
    }

    /// That of a profile that names none.
    package static let usual = SiteBudget(requests: 500, time: .seconds(300))

    package static let unlimited = SiteBudget(requests: .max, time: .seconds(1 << 40))
}

/// What is done where a site asks for patience by `Retry-After`.
package struct SitePatience: Sendable, Hashable {
    /// How often one request is sent again.
    package var times: Int
    /// The longest wait that is still kept to; where more is asked for, the answer is handed on.
    package var longest: Duration

    package init(times: Int, longest: Duration) {
        self.times = times
        self.longest = longest
    }

    /// Every answer is handed on as it came, and nothing is waited for.
    package static let none = SitePatience(times: 0, longest: .zero)
    package static let usual = SitePatience(times: 3, longest: .seconds(60))
}
