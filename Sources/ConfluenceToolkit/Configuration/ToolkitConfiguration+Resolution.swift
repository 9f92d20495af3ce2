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
    package var authentication: Authentication {
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
