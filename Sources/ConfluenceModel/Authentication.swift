/// How a client shows who it is, with what it shows.
public enum Authentication: Sendable, Hashable {
    /// HTTP Basic: an e-mail and API token on Cloud, a user name and password on Data Center.
    case basic(user: String, secret: Secret)

    /// A Bearer token: a personal access token on Data Center.
    case bearer(Secret)

    /// A session cookie, as a browser sends it.
    case cookies(Secret)

    case anonymous

    public var scheme: Scheme {
        switch self {
        case .basic: .basic
        case .bearer: .bearer
        case .cookies: .cookies
        case .anonymous: .anonymous
        }
    }

    public enum Scheme: String, Sendable, Hashable, CaseIterable {
        case basic
        case bearer
        case cookies
        case anonymous

        /// What people call it.
        public var title: String {
            switch self {
            case .basic: "Basic"
            case .bearer: "Bearer"
            case .cookies: "session cookie"
            case .anonymous: "no credentials"
            }
        }
    }
}
