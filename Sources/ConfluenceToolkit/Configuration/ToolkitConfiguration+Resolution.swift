import ConfluenceClient
package import ConfluenceModel
package import ConfluenceWire

/// How the toolkit reads its settings: elitea-sdk 0.11.27, `get_toolkit` and the wrapper's validator.
extension ToolkitConfiguration {
    /// Whether the toolkit takes the site for Cloud: its own switch, then the hosting, then the host name.
    package var isCloud: Bool {
        if let cloudFlag { return cloudFlag }
        switch credential.hosting {
        case .cloud: return true
        case .server: return false
        case .auto: return HostName.isAtlassianCloud(credential.baseURL)
        }
    }

    /// The REST version with which pages are created: 1 or 2.
    package var resolvedAPIVersion: Int {
        switch apiVersion {
        case "1": 1
        case "2": 2
        default: isCloud || HostName.isAtlassianCloud(credential.baseURL) ? 2 : 1
        }
    }

    /// How the toolkit shows who it is: a token wins, and one that holds `JSESSIONID` is a set of cookies.
    ///
    /// A login in the address takes the place of a token, of cookies and of custom headers; beside Basic it is dropped.
    package var authentication: Authentication {
        if let login = loginInAddress { return .basic(user: login.user, secret: Secret(login.password)) }
        return ownAuthentication
    }

    /// The login before the host in the base URL, where the client (requests 2.32.5, `prepare_auth`) uses it.
    package var loginInAddress: BasicCredentials? {
        let base = credential.baseURL
        guard [.bearer, .cookies].contains(ownAuthentication.scheme),
            let start = base.firstRange(of: "://")?.upperBound,
            let login = BasicCredentials(inAddress: base)
        else { return nil }
        // A name without a colon behind it is no login, and two empty halves are none either.
        let info = base[start...].prefix { !"/?#".contains($0) }.split(
            separator: "@", omittingEmptySubsequences: false
        ).dropLast()
        return info.contains { $0.contains(":") } && !(login.user.isEmpty && login.password.isEmpty) ? login : nil
    }

    private var ownAuthentication: Authentication {
        if let token = credential.token, !token.isEmpty {
            let isCookie = token.revealed(for: .lint).holds("JSESSIONID")
            return isCookie ? .cookies(token) : .bearer(token)
        }
        if let user = credential.username, !user.isEmpty, let apiKey = credential.apiKey, !apiKey.isEmpty {
            return .basic(user: user, secret: apiKey)
        }
        return .anonymous
    }

    /// The base URL as the toolkit keeps it for links: for Cloud without a `/wiki` at its end.
    package var linkBase: String {
        ClientAddress.toolkitBase(credential.baseURL, isCloud: isCloud)
    }

    /// The address below which the client really calls.
    package func clientAddress() throws(WebAddress.Malformed) -> WebAddress {
        try ClientAddress.resolve(credential.baseURL, isCloud: isCloud)
    }
}
