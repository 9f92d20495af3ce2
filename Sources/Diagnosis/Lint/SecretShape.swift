package import ConfluenceModel

/// What a secret looks like by its form alone: a hint for the order of questions, never a proof.
package enum SecretShape: Sendable, Hashable {
    /// An API token of Atlassian's Cloud.
    case apiToken
    /// A personal access token of Data Center.
    case personalAccessToken
    /// A signed token, as OAuth makes.
    case accessToken
    /// Something that a person chose.
    case password

    package init(of secret: Secret) {
        let text = secret.revealed(for: .lint).trimmingEdges()
        self = AccessToken(secret) == nil ? Self.shape(of: text) : .accessToken
    }

    private static func shape(of text: String) -> SecretShape {
        if text.hasPrefix("ATATT") || text.hasPrefix("ATCTT") { return .apiToken }
        let isAlphanumeric = text.utf8.allSatisfy(\.isLetterOrDigit)
        // Before 2023 an API token was 24 letters and digits.
        if text.utf8.count == 24, isAlphanumeric, text.contains(where: \.isNumber) { return .apiToken }
        let isBase64 = text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
        return text.utf8.count == 44 && isBase64 ? .personalAccessToken : .password
    }

    /// What people call it.
    package var title: String {
        switch self {
        case .apiToken: "an API token of Atlassian Cloud"
        case .personalAccessToken: "a personal access token of Data Center"
        case .accessToken: "a signed token (JWT), such as OAuth makes"
        case .password: "a password"
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
    }
}
