package import ConfluenceModel
package import ConfluenceWire

/// What a toolkit's credential holds: where the site is, and who asks.
package struct CredentialConfiguration: Sendable, Hashable {
    /// Exactly as written; empty where it is missing.
    package var baseURL: String
    package var hosting: Hosting
    package var username: String?
    package var apiKey: Secret?
    package var token: Secret?
    /// How Basic makes bytes of its texts. The toolkit knows Latin-1 alone; only a trial may send something else.
    package var charset = BasicCredentials.Charset.latin1

    /// The name of a credential that this document only refers to.
    package var reference: String?

    /// The names of the fields that hold a placeholder such as `{{secret.x}}` in place of a value.
    package var unresolvedSecret: [String]

    package init(
        baseURL: String,
        hosting: Hosting = .auto,
        username: String? = nil,
        apiKey: Secret? = nil,
        token: Secret? = nil,
        reference: String? = nil,
        unresolvedSecret: [String] = []
    ) {
        self.baseURL = baseURL
        self.hosting = hosting
        self.username = username
        self.apiKey = apiKey
        self.token = token
        self.reference = reference
        self.unresolvedSecret = unresolvedSecret
    }

    /// Every secret text in the credential, for a redactor.
    package var secrets: [String] {
        [apiKey, token].compactMap { $0?.revealed(for: .redaction) }
    }
}
