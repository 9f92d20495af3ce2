import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a site shows besides its API: its login page, and the facts by which other products recognise it.
struct SitePages: Sendable {
    let site: SiteDefinition
    let base: SiteBase
    /// Whether browsers are sent to an identity provider.
    let singleSignOn: Bool

    func write(_ outcome: Outcome, for request: Request) -> Response {
        switch outcome {
        case .manifest: manifest(accept: request.headers["Accept"])
        case .running: json(["state": "RUNNING"])
        case .loginPage: singleSignOn ? identityProvider(from: request) : html(loginPage())
        case .browserLogin(let login): answer(login, to: request)
        default: redirect(from: request)
        }
    }

    /// The application link's manifest, which every product of the family gives without a login.
    private func manifest(accept: String?) -> Response {
        let version = version?.description ?? ""
        let build = self.version?.buildNumber ?? 0
        let id = StableID.uuid("application", site.name)
        if accept?.contains("json") == true {
            return json([
                "id": .string(id), "name": .string(site.name), "typeId": "confluence", "version": .string(version),
                "buildNumber": .integer(build), "applinksVersion": "9.0.0", "url": .string(base.url),
                "publicSignup": false,
            ])
        }
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><manifest><id>\(id)</id>"
            + "<name>\(RefusalWriter.escaped(site.name))</name><typeId>confluence</typeId><version>\(version)</version>"
            + "<buildNumber>\(build)</buildNumber><applinksVersion>9.0.0</applinksVersion><url>\(base.url)</url>"
            + "<publicSignup>false</publicSignup></manifest>"
        return Response(status: 200, headers: ["Content-Type": "application/xml"], body: Array(text.utf8))
    }

    private var version: ProductVersion? {
        if case .dataCenter(let version) = site.deployment { version } else { nil }
    }

    private func answer(_ login: BrowserLogin, to request: Request) -> Response {
        switch login.result {
        case .opened(let session, let account):
            return Response(
                status: 302,
                headers: [
                    "Location": base.url + login.destination, "X-Seraph-LoginReason": "OK", "X-AUSERNAME": account.name,
                    "Set-Cookie": "JSESSIONID=\(session); Path=\(base.context.isEmpty ? "/" : base.context); HttpOnly",
                ])
        case .closed: return Response(status: 302, headers: ["Location": base.url + login.destination])
        case .refused where singleSignOn: return identityProvider(from: request)
        case .refused:
            var response = html(
                loginPage(saying: "Sorry, your username and/or password are incorrect. Please try again."))
            response.headers.add("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")
            return response
        case .captchaWanted:
            var response = html(loginPage(saying: "Please enter the word as it is shown below", wantsCaptcha: true))
            response.headers.add("X-Seraph-LoginReason", "AUTHENTICATION_DENIED")
            return response
        }
    }

    /// SAML's redirect binding: the way back travels along as the relay state.
    private func identityProvider(from request: Request) -> Response {
        let state = PercentEncoding.encode(request.url.target, allowed: .queryItem)
        return Response(
            status: 302,
            headers: ["Location": "https://sso.\(site.host)/saml2/sso?SAMLRequest=fZJNT8MwDIb&RelayState=\(state)"])
    }

    private func loginPage(saying message: String? = nil, wantsCaptcha: Bool = false) -> String {
        guard let version else {
            return "<!DOCTYPE html><html><head><title>Log in with Atlassian account</title></head><body>"
                + "<h1>Log in to Jira, Confluence, and all other Atlassian Cloud products here.</h1>"
                + "<form method=\"post\"><input type=\"email\" name=\"username\"></form></body></html>"
        }
        return "<!DOCTYPE html><html><head><title>Log In - Confluence</title>"
            + "<meta name=\"application-name\" content=\"Confluence\">"
            + "<meta name=\"ajs-version-number\" content=\"\(version)\">"
            + "<meta name=\"ajs-base-url\" content=\"\(base.url)\"></head><body id=\"com-atlassian-confluence\">"
            + (message.map { "<div class=\"aui-message aui-message-error\">\($0)</div>" } ?? "")
            + "<form name=\"loginform\" method=\"POST\" action=\"\(base.context)/dologin.action\">"
            + "<input name=\"os_username\"><input name=\"os_password\" type=\"password\">"
            + (wantsCaptcha ? "<img class=\"captcha-image\" alt=\"\"><input name=\"captchaResponse\">" : "")
            + "<input name=\"os_destination\" type=\"hidden\"></form></body></html>"
    }

    private func redirect(from request: Request) -> Response {
        if singleSignOn { return identityProvider(from: request) }
        let target = PercentEncoding.encode(request.url.target, allowed: .queryItem)
        let location =
            version == nil
            ? "\(base.origin)/login?application=confluence&dest-url=\(target)"
            : "\(base.url)/login.action?os_destination=\(target)&permissionViolation=true"
        return Response(status: 302, headers: ["Location": location])
    }

    private func json(_ value: JSON) -> Response {
        Response(status: 200, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }

    private func html(_ text: String) -> Response {
        Response(status: 200, headers: ["Content-Type": "text/html;charset=UTF-8"], body: Array(text.utf8))
    }
}
