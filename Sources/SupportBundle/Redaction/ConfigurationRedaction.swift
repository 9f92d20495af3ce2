import ConfluenceModel
import ConfluenceWire
import Recording

/// Writes a configuration again with stand-ins for its secrets, in the form in which it was written.
struct ConfigurationRedaction {
    /// The secrets that were found, each with the kind under which it is counted.
    private(set) var found: [(kind: String, secret: String)] = []
    /// The document without secrets.
    private(set) var document = JSON.null
    private let user: String?
    private let shown: ShownWords

    /// The texts that stand for secrets, by the secrets.
    private var standIns: [String: String] = [:]

    init(user: String?, shown: ShownWords) {
        self.user = user
        self.shown = shown
    }

    /// Takes the secrets out of a document.
    ///
    /// - Parameters:
    ///   - known: Secrets that the document's reader found; each place that holds one is replaced whole.
    ///   - shown: Words that are taken out where they are all of a value, and not as a part of another.
    static func redact(
        _ document: JSON,
        known: [String],
        user: String?,
        shown: ShownWords
    ) -> ConfigurationRedaction {
        var redaction = ConfigurationRedaction(user: user, shown: shown)
        redaction.collect(document, key: "", isSecretPlace: false, known: Set(known.filter { !$0.isEmpty }))
        for secret in known where !redaction.found.contains(where: { $0.secret == secret }) && !secret.isEmpty {
            redaction.found.append(("secret of the configuration", secret))
        }
        for (_, secret) in redaction.found where redaction.standIns[secret] == nil {
            redaction.standIns[secret] = StandIn.text(for: secret, user: user)
        }
        redaction.document = redaction.replaced(document)
        return redaction
    }

    // MARK: What is secret

    private mutating func collect(_ value: JSON, key: String, isSecretPlace: Bool, known: Set<String>) {
        switch value {
        case .object(let object):
            for member in object {
                found += TokenForm.tokens(in: member.key).map { (kind: "token", secret: $0) }
                let isSecret = isSecretPlace || Self.isSecretName(member.key)
                collect(member.value, key: member.key, isSecretPlace: isSecret, known: known)
            }
        case .array(let elements):
            for element in elements { collect(element, key: key, isSecretPlace: isSecretPlace, known: known) }
        case .string(let text):
            let isPlaceholder =
                text.hasPrefix("{{") && text.hasSuffix("}}") || text.hasPrefix("${") && text.hasSuffix("}")
            if (isSecretPlace || known.contains(text)) && !text.isEmpty && !isPlaceholder {
                found.append((key.isEmpty ? "secret" : TokenForm.masked(key), text))
                return
            }
            if let password = Self.password(inAddress: text) { found.append(("password in an address", password)) }
            // Somebody pasted it where none belongs, or into the name of a reference.
            found += TokenForm.tokens(in: text).map { (kind: "token", secret: $0) }
        case .null, .bool, .integer, .number: break
        }
    }

    /// Whether a key's values are secrets by its name; headers that the toolkit is told to send are taken for it.
    private static func isSecretName(_ key: String) -> Bool {
        if key.lowercased().filter(\.isLetter) == "customheaders" { return true }
        return SecretName.isSecret(key)
    }

    /// The password in `scheme://user:password@host`.
    private static func password(inAddress text: String) -> String? {
        guard let mark = text.firstRange(of: "://") else { return nil }
        let authority = text[mark.upperBound...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return nil
        }
        let password = authority[authority.index(after: colon)..<at]
        return password.isEmpty ? nil : String(password)
    }

    // MARK: Writing it again

    private func replaced(_ value: JSON) -> JSON {
        switch value {
        case .object(let object):
            var written = JSONObject()
            for member in object { written.append(replacedName(member.key), replaced(member.value)) }
            return .object(written)
        case .array(let elements): return .array(elements.map(replaced))
        case .string(let text): return .string(replaced(text))
        case .null, .bool, .integer, .number: return value
        }
    }

    /// A name is no place for a secret: only what has the form of a token is one in it.
    private func replacedName(_ name: String) -> String {
        TokenForm.tokens(in: name).reduce(name) { $0.replacing($1, with: standIns[$1] ?? "") }
    }

    /// Whether a text needs no more than what was replaced in it.
    func isOwn(_ text: String) -> Bool { standIns.values.contains(text) }

    /// The text without the stand-ins in it, which have the forms of secrets.
    func withoutStandIns(_ text: String) -> String {
        standIns.values.filter { $0.count >= 4 }.sorted { ($0.count, $0) > ($1.count, $1) }
            .reduce(text) { $0.replacing($1, with: "") }
    }

    /// A text with a stand-in in the place of each secret.
    func replaced(_ text: String) -> String {
        if let standIn = standIns[text] { return standIn }
        var text = text
        for secret in standIns.keys.sorted(by: { ($0.count, $0) > ($1.count, $1) })
        where secret.count >= 4 && !shown.contains(secret) && text.contains(secret) {
            text = text.replacing(secret, with: standIns[secret] ?? "")
        }
        return text
    }
}
