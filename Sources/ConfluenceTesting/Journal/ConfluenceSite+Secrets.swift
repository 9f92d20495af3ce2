import ConfluenceModel
import ConfluenceWire
public import Testing

extension ConfluenceSite {
    /// Expects that a text, such as a client's log, holds no token or password of the site: plain, in an address, or in
    /// a Basic credential.
    public func expectNoSecret(in text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for leak in leaks(in: text) {
            Issue.record(Comment(rawValue: leak), sourceLocation: sourceLocation)
        }
    }

    /// Which secrets of the site a text holds, in words that do not repeat them.
    ///
    /// Those shorter than four characters are left alone: they would also be found in ordinary words.
    package func leaks(in text: String) -> [String] {
        definition.users.flatMap { user in
            let tokens = user.tokens.map { (name: "the token “\($0.name)”", value: $0.value) }
            let password = user.password.map { [(name: "the password of \(user.name)", value: $0)] } ?? []
            return (tokens + password).filter { $0.value.count >= 4 }.compactMap { secret in
                for form in Self.forms(of: secret.value, user) {
                    guard let place = text.firstRange(of: form.text)?.lowerBound else { continue }
                    let line = text[..<place].count(where: \.isNewline) + 1
                    return "the text holds \(secret.name) \(form.name), in line \(line)"
                }
                return nil
            }
        }
    }

    /// The forms in which a secret travels.
    private static func forms(of secret: String, _ user: UserDefinition) -> [(name: String, text: String)] {
        let encoded = PercentEncoding.encode(secret, allowed: .queryItem)
        let pairs = [user.name, user.email].flatMap { login in
            BasicCredentials(user: login, password: secret).encodings
        }
        return [("as it is", secret), ("percent-encoded", encoded)]
            + pairs.map { ("in a Basic credential", $0) }
    }
}
