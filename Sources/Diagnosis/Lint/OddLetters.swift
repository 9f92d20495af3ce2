package import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire

/// The letters of a login beyond ASCII, which clients and sites don't all write in the same bytes.
package struct OddLetters: Sendable, Hashable {
    package var field: ConfigurationField
    package var path: String
    package var count: Int
    /// Whether Latin-1 has them: the toolkit's client can send no others.
    package var areSendable: Bool

    /// In words that show none of them.
    package var words: String {
        let what = count == 1 ? "a character" : "\(count) characters"
        return areSendable
            ? "\(path) holds \(what) beyond ASCII, which the toolkit's client sends as Latin-1"
            : "\(path) holds \(what) that Latin-1 doesn't have, and the toolkit's client can send no others"
    }

    /// Those that stay where everything was taken out that has a cause of its own, such as quotation marks.
    static func evidence(in configuration: ToolkitConfiguration) -> [Evidence] {
        let fields: [ConfigurationField] =
            switch configuration.authentication.scheme {
            case .basic: configuration.credential.charset == .latin1 ? [.username, .apiKey] : []
            // Nobody's token has such letters: those that can be sent are refused like any other wrong one.
            case .bearer, .cookies: [.token]
            case .anonymous: []
            }
        return fields.compactMap { field in
            let clean = configuration.cleaned(field)
            let text = clean.ownText(of: field)
            let odd = text.unicodeScalars.filter { !$0.isASCII }
            let beyond = odd.filter { $0.value > 0xFF }
            guard !odd.isEmpty, field != .token || !beyond.isEmpty else { return nil }
            return .oddLetters(
                OddLetters(
                    field: field, path: configuration.path(of: field), count: beyond.isEmpty ? odd.count : beyond.count,
                    areSendable: beyond.isEmpty))
        }
    }
}

extension ToolkitConfiguration {
    /// The text of a field of the login without what was pasted along with it.
    fileprivate func ownText(of field: ConfigurationField) -> String {
        if field == .username {
            let name = credential.username ?? ""
            return UserNameSlip.find(in: name)?.name ?? name
        }
        guard let secret = field == .token ? credential.token : credential.apiKey else { return "" }
        let found = SecretSlip.find(in: secret, user: credential.username)
        let text = (found?.secret ?? secret).revealed(for: .lint)
        // The mark of what was left out is no letter of the secret's.
        return found?.slip == .truncated ? text.filter { $0 != "…" } : text
    }
}
