import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Shows the credential once to what stops strangers, or answers them oddly: it may let those pass who have one.
///
/// It goes to no other place than where the toolkit would send it, and to what nobody knows by TLS alone. It costs no request
/// more where Confluence is found: the login is asked for by the same one.
enum Showing {
    /// What the answer tells.
    enum Seen {
        case site(SiteFinding)
        /// The front says of the credential what it wants instead.
        case obstacle(Obstacle)
        case nothing
    }

    /// Whether an answer to a stranger, or none, may be another one to those who show a credential.
    ///
    /// Where a name has no address or a certificate is not trusted nothing would come of it; a network's own sign-in page, or a
    /// proxy that lets nobody through, is no place for a secret.
    static func mayHelp(against obstacle: Obstacle) -> Bool {
        // Who answers strangers with what is no HTTP.
        if case .failure(.malformedAnswer) = obstacle { return true }
        if case .answer(.clientCertificate, _, _) = obstacle { return true }
        // Where TLS fails, nothing can be shown.
        if case .failure(.tls) = obstacle { return false }
        return switch obstacle.kind {
        case .timedOut, .connectionDropped, .rateLimit, .maintenance, .serverError, .loginInFront, .firewall, .refusal,
            .gatewayKey:
            true
        default: false
        }
    }

    /// Whether a credential may be shown to what nobody recognised: below a page's address Confluence itself has no API, and
    /// by plain http everybody on the way would see it.
    static func isAllowed(at address: WebAddress) -> Bool {
        address.scheme == "https" && AddressForm.withoutPage(address) == nil
    }

    /// What answers to those who show a credential, where something known for that stops strangers.
    static func finding(
        behind obstacle: Obstacle, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> Seen {
        guard Obstacle.Kind.fronts.contains(obstacle.kind),
            let (request, response) = await shown(configuration, &wire)
        else { return .nothing }
        if let identity = identity(in: response, to: request, behind: "\(obstacle)", configuration, &wire) {
            return .site(.here(identity))
        }
        // The front has let it pass, to where there is no REST API.
        if response.status == 404 {
            return .site(.unrecognised("404, \(response.pageTitle), once a credential is shown"))
        }
        // Who speaks of the token has read it, which a firewall doesn't.
        guard [.firewall, .refusal].contains(obstacle.kind), let other = Obstacle(response, to: request.url),
            [.loginInFront, .gatewayKey].contains(other.kind)
        else { return .nothing }
        return .obstacle(other)
    }

    /// The Confluence that answers to whoever shows the credential, where a stranger is answered otherwise.
    static func identity(
        behind words: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> SiteIdentity? {
        guard let (request, response) = await shown(configuration, &wire) else { return nil }
        return identity(in: response, to: request, behind: words, configuration, &wire)
    }

    /// Whether a credential that is shown to a known Confluence meets no REST API.
    static func isNowhere(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Bool {
        guard let (_, response) = await shown(configuration, &wire) else { return false }
        if configuration.namesAccount, LoginAnswer(response, deployment: .cloud).isRefusal { wire.countFailedLogin() }
        return response.status == 404
    }

    private static func shown(
        _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> (Request, Response)? {
        let scheme = configuration.authentication.scheme
        guard scheme != .anonymous, wire.mayFailLogin || !configuration.namesAccount, configuration.canSendSecret,
            configuration.credential.unresolvedSecret.isEmpty,
            let request = LoginProbe.request(for: configuration),
            let response = await wire.ask("\(Question.login.words) (\(scheme.title))", request)?.response
        else { return nil }
        return (request, response)
    }

    private static func identity(
        in response: Response, to request: Request, behind words: String, _ configuration: ToolkitConfiguration,
        _ wire: inout Wire
    ) -> SiteIdentity? {
        let isCloudName = HostName.isAtlassianCloud(request.url.origin)
        guard var identity = response.identityByREST(isCloudName: isCloudName) else { return nil }
        if configuration.namesAccount, LoginAnswer(response, deployment: identity.kind).isRefusal {
            wire.countFailedLogin()
        }
        identity.sign += " once a credential is shown; strangers are stopped, where \(words)"
        return identity
    }
}
