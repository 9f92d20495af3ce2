import ConfluenceModel
import Documents

/// Reads a credential's fields, noting where each stands and which hold no value but a placeholder.
struct CredentialReader {
    private(set) var credential = CredentialConfiguration(baseURL: "")
    private(set) var found: [ConfigurationField: String] = [:]
    private(set) var notes: [String] = []

    /// Where the fields stand, which decides what other keys are to be expected beside them.
    enum Kind {
        /// In a document or object of their own.
        case alone
        /// Among the settings of a toolkit, as in the old form.
        case amongSettings
    }

    private static let fields: [ConfigurationField] = [.baseURL, .hosting, .username, .apiKey, .token]

    /// By what a value refers to one that is kept elsewhere, alone: JSON's own, and Kubernetes'.
    private static let references: Set<String> = ["$ref", "valueFrom", "secretKeyRef", "secretRef"]

    /// What the platform writes beside a credential's fields.
    private static let keysOfPlatform: Set<String> = [
        "private", "alita_title", "elitea_title", "title", "label", "type", "name", "id", "uuid", "project_id",
        "author_id",
        "author", "section", "shared", "status_ok", "status_logs", "is_pinned", "created_at", "updated_at", "meta",
        "configuration_type", "configuration_title", "configuration_uuid", "configuration_project_id", "source", "data",
    ]

    mutating func read(_ node: DocumentNode, kind: Kind) throws(DocumentError) {
        let mapping = try node.mapping()
        for field in Self.fields {
            guard let value = mapping[field.rawValue] else { continue }
            found[field] = value.field
            guard !isPlaceholder(value, of: field) || isSentAnyway(value, of: field, in: mapping) else {
                credential.unresolvedSecret.append(field.rawValue)
                if field == .baseURL { credential.baseURL = (try? value.text()) ?? "" }
                continue
            }
            try set(field, from: value)
        }
        guard kind == .alone else { return }
        for key in ["elitea_title", "alita_title"] where credential.reference == nil && credential.baseURL.isEmpty {
            credential.reference = try mapping.text(key)
        }
        let known = Self.fields.map(\.rawValue)
        for entry in mapping.entries where !known.contains(entry.key) && !Self.keysOfPlatform.contains(entry.key) {
            notes.append("\(entry.value.field): \(DocumentNode.unknown("key", entry.key, among: known))")
        }
    }

    /// The base URL of the middle form, which stands outside of its credential.
    mutating func readBaseURL(_ node: DocumentNode) throws(DocumentError) {
        guard credential.baseURL.isEmpty else { return }
        found[.baseURL] = node.field
        credential.baseURL = try node.text()
    }

    /// Takes the name of a credential that is kept elsewhere.
    mutating func refer(to name: String) {
        credential.reference = name
    }

    private mutating func set(_ field: ConfigurationField, from value: DocumentNode) throws(DocumentError) {
        switch field {
        case .baseURL: credential.baseURL = try value.text()
        case .username: credential.username = try value.text()
        case .apiKey: credential.apiKey = Secret(try value.text())
        case .token: credential.token = Secret(try value.text())
        default: try setHosting(from: value)
        }
    }

    private mutating func setHosting(from value: DocumentNode) throws(DocumentError) {
        let word = try value.text().trimmingWhitespace()
        guard !word.isEmpty else { return }
        guard let hosting = Hosting(ignoringCase: word) else {
            throw value.error(DocumentNode.unknown("hosting", word, among: Hosting.allCases.map(\.rawValue)))
        }
        if hosting.rawValue != word { notes.append("\(value.field): “\(word)” is written “\(hosting.rawValue)”") }
        credential.hosting = hosting
    }

    /// Whether a word such as “n/a” is what the toolkit sends, and hides the user name and API key beside it: nothing is kept
    /// elsewhere that could take its place.
    private func isSentAnyway(
        _ node: DocumentNode, of field: ConfigurationField, in mapping: DocumentMapping
    ) -> Bool {
        guard field == .token, case .string(let text) = node.content, StandIn.isNothing(text.trimmingWhitespace())
        else { return false }
        return [ConfigurationField.username, .apiKey].allSatisfy { other in
            guard let value = mapping[other.rawValue], case .string(let text) = value.content else { return false }
            return !text.trimmingWhitespace().isEmpty && !isPlaceholder(value, of: other)
        }
    }

    /// Whether a value stands for a secret that the platform would have filled in.
    private func isPlaceholder(_ node: DocumentNode, of field: ConfigurationField) -> Bool {
        switch node.content {
        case .mapping(let entries):
            return entries.count == 1 && Self.references.contains(entries[0].key)
        case .string(let text):
            let text = text.trimmingWhitespace()
            return StandIn.isOne(text, isAddress: field == .baseURL)
        default:
            return false
        }
    }
}
