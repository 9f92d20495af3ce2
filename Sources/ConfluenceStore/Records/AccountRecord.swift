package import ConfluenceModel

/// An account as the site knows it, with the groups it is in.
package struct AccountRecord: Sendable, Hashable, Identifiable {
    /// The row's number; not the account id that clients see.
    package var id: Int64
    package var name: String
    package var displayName: String
    package var email: String
    package var accountID: String
    package var userKey: String
    package var isActive: Bool
    package var isLicensed: Bool
    package var isSiteAdmin: Bool
    package var groups: [String]
    package var kind: AccountKind
    /// By which dates without a zone are read; the site's own where it is `nil`.
    package var timeZone: String?
}
