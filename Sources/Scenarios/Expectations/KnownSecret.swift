package import ConfluenceModel
import ConfluenceWire

/// A secret that may turn up only where it is meant for, and the forms in which it travels.
package struct KnownSecret: Sendable, Hashable {
    /// What it is, without giving it away: `the token “reader-token”`.
    package var name: String
    package let forms: [String]
    private let search: ByteSearch

    /// - Parameter logins: The names that stand before it in a Basic credential.
    package init(name: String, value: String, logins: [String] = []) {
        self.name = name
        let pairs = logins.flatMap { BasicCredentials(user: $0, password: value).encodings }
        // Shorter ones are also found in ordinary words.
        forms = ([value, PercentEncoding.encode(value, allowed: .queryItem)] + pairs).filter { $0.count >= 4 }
        search = ByteSearch(forms.map { Array($0.utf8) })
    }

    func isIn(_ text: String) -> Bool { search.isIn(text) }

    /// The tokens and passwords of a site.
    package static func all(of site: SiteDefinition) -> [KnownSecret] {
        site.users.flatMap { user in
            let logins = [user.name, user.email]
            let tokens = user.tokens.map {
                KnownSecret(name: "the token “\($0.name)”", value: $0.value, logins: logins)
            }
            guard let password = user.password else { return tokens }
            return tokens + [KnownSecret(name: "the password of \(user.name)", value: password, logins: logins)]
        }
    }
}
