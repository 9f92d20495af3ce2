import ConfluenceModel

/// What a user name looks like.
package enum UserNameForm: Sendable, Hashable {
    case email
    /// The id by which Cloud's APIs name an account, and nobody logs in.
    case accountID
    /// The address of a page, such as somebody's profile.
    case address
    /// A domain stands before it, as Windows writes that.
    case ofDomain
    /// As a directory names an entry: `uid=mira,ou=people`.
    case ofDirectory
    /// A mark stands before it, as where people are mentioned, or in the key of their own space.
    case marked
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
        } else if Self.domain.isWhole(text) {
            self = .ofDomain
        } else if Self.entry.isWhole(text) {
            self = .ofDirectory
        } else if let first = text.first, "@~".contains(first), text.count > 1, !text.dropFirst().contains("@") {
            self = .marked
        } else {
            self = Self.mail.isWhole(text) ? .email : .name
        }
    }

    /// What stands before the sign and behind it makes it an e-mail.
    private static let mail = Pattern(/[^\s@]+@[^\s@,;]+/)

    /// Confluence itself gives nobody a name with a backslash, a comma or a plus sign, and warns of slashes.
    ///
    /// Source: Atlassian's “User Management Limitations and Recommendations”, and a partner's answer in its forum.
    private static let domain = Pattern(/[\w.\-]+[\\\/]{1,2}[^\s\\\/]+/)
    private static let entry = Pattern(
        /(?i)(?:uid|cn|samaccountname|mail|userprincipalname)=[^,]+(?:,\s*[a-z]+=[^,]+)*/)

    /// A number and a UUID, or as of old 24 hexadecimal digits.
    private static let idOfAccount = Pattern(/\d{4,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/)

    var words: String {
        switch self {
        case .email: "the user name is an e-mail"
        case .accountID: "the user name has the form of an account's id"
        case .address: "the user name is the address of a page"
        case .ofDomain: "the user name has a domain before it, which a login name of Confluence has not"
        case .ofDirectory: "the user name is the name of a directory's entry"
        case .marked: "the user name begins with a mark that belongs to no login name"
        case .pair: "the user name holds a colon, at which a site takes it to end"
        case .name: "the user name is no e-mail"
        }
    }
}
