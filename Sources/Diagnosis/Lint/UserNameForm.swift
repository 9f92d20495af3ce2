import ConfluenceModel

/// What a user name looks like.
package enum UserNameForm: Sendable, Hashable {
    case email
    /// The id by which Cloud's APIs name an account, and nobody logs in.
    case accountID
    /// The address of a page, such as somebody's profile.
    case address
    /// It holds a colon, at which Basic parts the name from the secret.
    case pair
    case name

    init(of text: String) {
        if text.contains("://") {
            self = .address
        } else if Self.idOfAccount.isWhole(text) {
            self = .accountID
        } else if text.contains(":") {
            self = .pair
        } else {
            self = Self.mail.isWhole(text) ? .email : .name
        }
    }

    /// What stands before the sign and behind it makes it an e-mail.
    private static let mail = Pattern(/[^\s@]+@[^\s@,;]+/)

    /// A number and a UUID, or as of old 24 hexadecimal digits.
    private static let idOfAccount = Pattern(/\d{4,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/)

    var words: String {
        switch self {
        case .email: "the user name is an e-mail"
        case .accountID: "the user name has the form of an account's id"
        case .address: "the user name is the address of a page"
        case .pair: "the user name holds a colon, at which a site takes it to end"
        case .name: "the user name is no e-mail"
        }
    }
}
