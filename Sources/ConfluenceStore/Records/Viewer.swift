package import ConfluenceModel

/// On whose behalf the store is read.
package struct Viewer: Sendable, Hashable {
    /// The account, or `nil` for somebody who isn't logged in.
    package var account: AccountRecord?

    /// Whether permissions and restrictions don't apply, as for a Data Center super-user.
    package var bypasses: Bool

    /// Groups that are looked at for themselves, without an account that is in them.
    package var groups: [String] = []

    /// Whether what is granted to anonymous visitors counts: only where the site lets them in.
    package var countsAnonymousGrants: Bool

    package init(account: AccountRecord?, bypasses: Bool = false, countsAnonymousGrants: Bool = true) {
        self.account = account
        self.bypasses = bypasses
        self.countsAnonymousGrants = countsAnonymousGrants
    }

    /// Whoever is in these groups, and nothing else is known of.
    package init(groups: [String]) {
        self.init(account: nil, countsAnonymousGrants: false)
        self.groups = groups
    }

    package static let anonymous = Viewer(account: nil)

    /// Every subject through which a permission or restriction can reach the viewer.
    package var subjects: [Subject] {
        let everybody: [Subject] = countsAnonymousGrants ? [.anonymous] : []
        guard let account else { return everybody + groups.map(Subject.group) }
        return everybody + [.user(account.name)] + account.groups.map(Subject.group)
    }
}
