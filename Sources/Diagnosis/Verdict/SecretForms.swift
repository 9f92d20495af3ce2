import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire

extension ToolkitConfiguration {
    /// Every form in which a secret of the configuration could turn up in a text.
    package var secretForms: [String] {
        let secrets = secrets + misplacedSecrets
        var forms = secrets + secrets.flatMap(SecretSpellings.all)
        for secret in [credential.apiKey, credential.token].compactMap({ $0 }) {
            let text = secret.revealed(for: .redaction)
            let inner = SecretSlip.find(in: secret, user: credential.username)?.secret?.revealed(for: .redaction)
            for form in [text, StrayCharacter.removed(from: text, allowsInnerSpaces: false), inner].compactMap({ $0 }) {
                forms.append(form)
                guard let user = credential.username else { continue }
                forms += BasicCredentials(user: user, password: form).encodings
            }
        }
        if let login = BasicCredentials(inAddress: credential.baseURL) { forms += login.encodings }
        if let cookies = credential.token {
            let pairs = cookies.revealed(for: .redaction).split(separator: ";")
            forms += pairs.compactMap { pair in
                pair.firstIndex(of: "=").map { String(pair[pair.index(after: $0)...]).trimmingEdges() }
            }
        }
        for header in customHeaders {
            let value = header.value.revealed(for: .redaction)
            if let blank = value.firstIndex(of: " ") { forms.append(String(value[value.index(after: blank)...])) }
        }
        return forms
    }

    /// Secrets that stand where none belongs: in the address, in the user name's field, or as a token anywhere else.
    package var misplacedSecrets: [String] {
        let texts = [credential.baseURL, credential.reference, spaceKey, name].compactMap(\.self)
        let found = (texts + selectedTools + labels + customHeaders.map(\.name)).flatMap(TokenForm.tokens)
        return found + MisplacedSecret.inUserName(credential) + MisplacedSecret.inAddress(credential.baseURL)
            + [spaceKey].compactMap(\.self).filter(MisplacedSecret.looksChosen)
    }
}
