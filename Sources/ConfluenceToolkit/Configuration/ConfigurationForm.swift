/// The shape of the document in which a toolkit was found.
package enum ConfigurationForm: String, Sendable, Hashable, CaseIterable {
    /// The toolkit's `settings` object alone.
    case settings
    /// A toolkit's entry: its type, its name and its `settings`.
    case toolkit
    /// A credential without a toolkit.
    case credential
    /// An agent with its toolkits.
    case agent
    /// The Agent-based form in use until 2025-08-11: the credential's fields stand beside the toolkit's.
    case legacyAgent = "legacy-agent"
    /// The form in use for two days of August 2025: a nested credential, with the base URL still outside it.
    case legacyMiddle = "legacy-middle"

    /// Whether today's toolkit can't be built from the form.
    package var isLegacy: Bool { self == .legacyAgent || self == .legacyMiddle }
}

/// A setting that a diagnosis may have to name; the raw value is its key in today's form.
package enum ConfigurationField: String, Sendable, Hashable, CaseIterable {
    case baseURL = "base_url"
    case hosting
    case username
    case apiKey = "api_key"
    case token
    case spaceKey = "space_key"
    case apiVersion = "api_version"
    case selectedTools = "selected_tools"
    case customHeaders = "custom_headers"
    case cloud
    case verifySSL = "verify_ssl"

    /// Whether the field belongs to the credential rather than the toolkit.
    package var isOfCredential: Bool {
        switch self {
        case .baseURL, .hosting, .username, .apiKey, .token: true
        case .spaceKey, .apiVersion, .selectedTools, .customHeaders, .cloud, .verifySSL: false
        }
    }
}
