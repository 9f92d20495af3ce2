import ConfluenceModel
import ConfluenceWire
import Documents

/// A person's way through Data Center's login form, which clears a CAPTCHA and takes a seat back.
struct BrowserLogin: Sendable {
    let site: RunningSite
    let user: String

    /// What the form answers once the person is in.
    func logIn(at node: DocumentNode) async throws -> Response {
        guard site.definition.deployment.kind == .dataCenter else {
            throw node.error("people log in to Cloud at Atlassian's own pages; a login form is Data Center's")
        }
        guard let account = site.definition.users.first(where: { $0.name == user }) else {
            throw node.error(DocumentNode.unknown("user", user, among: site.definition.users.map(\.name)))
        }
        guard let password = account.password else {
            throw node.error("the user \(user) has no password to log in with")
        }
        let fields = [
            QueryItem("os_username", user), QueryItem("os_password", password),
            // A person can read the picture, wherever there is one.
            QueryItem("captchaResponse", "as the picture says"), QueryItem("os_destination", "/index.action"),
        ]
        var request = Request(.post, try WebAddress(parsing: site.url + "/dologin.action"))
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(QueryItem.serialize(fields).utf8)
        let response = try await site.send(request)
        guard response.status == 302, !response.headers.values("Set-Cookie").isEmpty else {
            throw node.error("the login form answered \(response.status) and did not let \(user) in")
        }
        return response
    }
}
