import ConfluenceModel

/// What a user name looks like.
package enum UserNameForm: Sendable, Hashable {
    case email
    /// The id by which Cloud's APIs name an account, and nobody logs in.
    case accountID
    /// The address of a page, such as somebody's profile.
    case address
    case name

    init(of text: String) {
        if text.contains("://") {
            self = .address
        } else if text.contains("@") {
            self = .email
        } else {
            self = Self.idOfAccount.isWhole(text) ? .accountID : .name
        }
    }

    /// A number and a UUID, or as of old 24 hexadecimal digits.
    private static let idOfAccount = Pattern(/\d{4,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/)

    var words: String {
        switch self {
        case .email: "the user name is an e-mail"
        case .accountID: "the user name has the form of an account's id"
        case .address: "the user name is the address of a page"
        case .name: "the user name is no e-mail"
        }
    }
}
