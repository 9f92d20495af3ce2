import ConfluenceStore
import ConfluenceWire

/// The pictures to which answers about people and spaces point.
extension Resource {
    /// Cloud's picture of the account of an id.
    static let avatar = Resource.reading(anyAccount) { grant, store, _ in
        guard let account = try store.account(accountID: grant.call.place("user")) else {
            throw Refusal(.noSuchRoute, because: "no account has the id “\(grant.call.place("user"))”")
        }
        return .picture(.initials(account))
    }

    /// A picture that belongs to nobody.
    static func sitePicture(in folder: String) -> Resource {
        Resource { grant, _ in
            let path = "\(folder)/\(grant.call.place("name"))"
            guard let picture = SitePicture(path: path) else {
                throw Refusal(.noSuchRoute, because: "the simulator has no picture at \(path)")
            }
            return .picture(picture)
        }
    }
}
