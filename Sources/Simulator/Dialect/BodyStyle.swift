import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// How a dialect takes and shows the bodies of pages.
struct BodyStyle: Sendable {
    /// What stands before a body when it is parsed, and counts in the places that refusals tell.
    var header: StorageHeader
    /// The representations that a client may send.
    var accepted: Set<BodyForm>
    var view: ViewStyle
    /// How a body names an account that it mentions.
    var person: @Sendable (_ account: AccountRecord, _ context: String) -> LinkedPerson

    private static let everywhere: Set<BodyForm> = [.storage, .editor, .editor2, .view, .wiki]

    static let cloud = BodyStyle(
        header: .cloud, accepted: everywhere.union([.atlasDocFormat]), view: .cloud,
        person: { account, context in
            LinkedPerson(
                name: account.displayName, path: "\(context)/people/\(account.accountID)?ref=confluence",
                identity: ("data-account-id", account.accountID), picture: "\(context)/aa-avatar/\(account.accountID)")
        })

    static let dataCenter = BodyStyle(
        header: .dataCenter, accepted: everywhere, view: .dataCenter,
        person: { account, context in
            let name = PercentEncoding.encode(account.name, allowed: .pathSegment)
            return LinkedPerson(
                name: account.displayName, path: "\(context)/display/~\(name)",
                identity: ("data-username", account.name),
                picture: context + SitePicture.personPath)
        })
}
