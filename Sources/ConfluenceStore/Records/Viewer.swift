package import ConfluenceModel

/// On whose behalf the store is read.
package struct Viewer: Sendable, Hashable {
    /// The account, or `nil` for somebody who isn't logged in.
    package var account: AccountRecord?

    /// Whether permissions and restrictions don't apply, as for a Data Center super-user.
    package var bypasses: Bool

    package init(account: AccountRecord?, bypasses: Bool = false) {
        self.account = account
        self.bypasses = bypasses
    }

    package static let anonymous = Viewer(account: nil)

    /// Every subject through which a permission or restriction can reach the viewer.
    package var subjects: [Subject] {
        guard let account else { return [.anonymous] }
        return [.anonymous, .user(account.name)] + account.groups.map(Subject.group)
    }
}
