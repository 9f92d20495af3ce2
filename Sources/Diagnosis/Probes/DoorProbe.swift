import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Looks at the page where people log in, without showing a secret.
enum DoorProbe {
    /// Where the apps for single sign-on begin: Atlassian's own, and those that follow its first name.
    private static let signOnApps = [
        "/plugins/servlet/external-login", "/plugins/servlet/saml", "/plugins/servlet/oauth",
    ]

    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> DoorAnswer? {
        guard let address = try? configuration.clientAddress() else { return nil }
        let request = Request(.get, address.appending("login.action"))
        guard let answer = await wire.ask(Question.door.words, request) else { return nil }
        guard let response = answer.response, (300...399).contains(response.status),
            let location = response.headers["Location"], let target = request.url.resolving(location),
            target.host != address.host || signOnApps.contains(where: target.path.lowercased().contains)
        else { return .form }
        return .identityProvider(response.redirectTarget)
    }
}
