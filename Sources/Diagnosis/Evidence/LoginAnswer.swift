import ConfluenceClient
package import ConfluenceModel
package import ConfluenceWire
import Foundation

/// What an answer to "who am I?" says about the login, read as the deployment means it.
package enum LoginAnswer: Sendable, Hashable {
    /// The account, as far as the answer names it.
    case accepted(account: String?)
    /// The credential was not taken; the answer is the one for strangers.
    case refused(status: Int, reason: String)
    /// Cloud's wording for an account without Confluence, which it has been seen to give to strangers, too.
    case notPermitted(reason: String)
    /// The site answered, but to nobody in particular.
    case anonymous(status: Int)
    /// The site does not take this way of logging in at all.
    case schemeRefused(reason: String)
    /// A CAPTCHA must be solved in a browser before another login is taken.
    case captcha
    /// The gateway knows the token, which lacks the scope for the question.
    case scopeMissing(reason: String)
    /// The site says that the token is of a kind for the gateway.
    case scopedToken(reason: String)
    /// Cloud's answer to what it can't read as one user and one secret, and to tokens with scopes.
    case unreadable(reason: String)
    /// The login worked, and the account may not use Confluence.
    case withoutProductAccess
    /// There is no REST API at this address, which the site says by 404 or by its way to a start page.
    ///
    /// - Parameter isOfFront: Whether a web server in front says it, by a page of its own.
    case addressUnknown(String, isOfFront: Bool = false)
    /// A page for people came in place of data: a login form, a proxy's page, or a redirect to one.
    case page(String)
    /// The client can't even put the secret into a header.
    case unsendable
    /// The site says that it can't ask its user directory.
    case directoryUnreachable(reason: String)
    /// Nothing follows from the answer: too many requests, maintenance, an error of the site.
    case unclear(String)

    package init(_ response: Response, deployment: DeploymentKind) {
        let body = response.json
        switch response.status {
        case 200...299: self = Self.success(response, body)
        case 300...399:
            let target = "a redirect to \(response.redirectTarget)"
            self = response.leadsToStartPage ? .addressUnknown(target) : .page(target)
        case 401: self = Self.unauthorized(response, body, deployment)
        case 403: self = Self.forbidden(response, body, deployment)
        case 404: self = .addressUnknown("404", isOfFront: response.isPageOfFront)
        case 500...503 where deployment == .dataCenter && response.namesDirectory:
            self = .directoryUnreachable(reason: body?["message"]?.stringValue ?? response.pageTitle)
        default: self = .unclear("the site answers \(response.status)")
        }
    }

    private static func success(_ response: Response, _ body: JSON?) -> LoginAnswer {
        guard let user = body, user.objectValue != nil else {
            guard response.body.isEmpty else { return .page(response.pageTitle) }
            // Data Center's login filter drops a session so: all is well, and nothing is said.
            let reason = response.headers["X-Seraph-LoginReason"].map { ", X-Seraph-LoginReason: \($0)" } ?? ""
            return .refused(status: response.status, reason: "an empty answer\(reason)")
        }
        let identifiers = ["accountId", "username", "userKey"].compactMap { user[$0]?.stringValue }
        if user["type"]?.stringValue == "anonymous" { return .anonymous(status: response.status) }
        guard !identifiers.isEmpty else { return .unclear("the answer names no account") }
        return .accepted(account: user["displayName"]?.stringValue ?? identifiers[0])
    }

    private static func unauthorized(
        _ response: Response, _ body: JSON?, _ deployment: DeploymentKind
    ) -> LoginAnswer {
        let reason = response.headers["X-Seraph-LoginReason"]
        if response.asksForCaptcha { return .captcha }
        if deployment != .cloud, let words = RefusalOfPasswords.words(in: response) {
            return .schemeRefused(reason: words)
        }
        let category = response.headers["X-Failure-Category"] ?? ""
        let message = body?["message"]?.stringValue ?? ""
        if category.contains("SCOPE_CHECK") || message.lowercased().contains("scope does not match") {
            return .scopeMissing(reason: message)
        }
        if category.contains("AUTH_MISMATCH") { return .scopedToken(reason: category) }
        // A refused token is 403 on today's Cloud, and was 401 as plain text or JSON before.
        if deployment == .cloud, response.text.lowercased().contains("lacks valid authentication credentials") {
            return .unreadable(reason: response.pageTitle)
        }
        return .refused(status: 401, reason: reason.map { "X-Seraph-LoginReason: \($0)" } ?? message)
    }

    private static func forbidden(_ response: Response, _ body: JSON?, _ deployment: DeploymentKind) -> LoginAnswer {
        let message = body?["message"]?.stringValue ?? body?["error"]?.stringValue ?? ""
        if response.asksForCaptcha { return .captcha }
        if let category = response.headers["X-Failure-Category"], category.contains("AUTH_MISMATCH") {
            return .scopedToken(reason: category)
        }
        let refusals = [
            "connect session auth token", "basic authentication has been disabled", "basic auth with password is",
        ]
        let said = (message.isEmpty ? String(response.text.prefix(20_000)) : message).lowercased()
        if refusals.contains(where: { said.contains($0) }) {
            return .schemeRefused(reason: message.isEmpty ? response.statedMessage ?? response.pageTitle : message)
        }
        // Cloud takes API tokens by Basic, whatever it says of passwords.
        if deployment != .cloud, let words = RefusalOfPasswords.words(in: response) {
            return .schemeRefused(reason: words)
        }
        let isConfluences = ["X-AUSERNAME", "X-Seraph-LoginReason", "X-Confluence-Request-Time"].contains {
            response.headers[$0] != nil
        }
        guard body != nil || (deployment == .dataCenter && isConfluences) else { return .page(response.pageTitle) }
        guard deployment == .dataCenter else {
            return message.contains("not permitted to use Confluence")
                ? .notPermitted(reason: message) : .refused(status: 403, reason: message)
        }
        let user = response.headers["X-AUSERNAME"] ?? "anonymous"
        let isKnown = user != "anonymous" || response.headers["X-Seraph-LoginReason"] == "OK"
        return isKnown ? .withoutProductAccess : .anonymous(status: 403)
    }

    package var observation: Observation {
        switch self {
        case .accepted: .loginAccepted
        case .refused: .loginRefused
        case .notPermitted: .loginNotPermitted
        // Let in as a visitor is more than turned away as one.
        case .anonymous(200...299): .loginVisitor
        case .anonymous: .loginAnonymous
        case .schemeRefused: .loginSchemeRefused
        case .captcha: .loginCaptcha
        case .scopeMissing: .loginScopeMissing
        case .scopedToken: .loginScopedToken
        case .unreadable: .loginUnreadable
        case .withoutProductAccess: .loginWithoutProductAccess
        case .addressUnknown: .loginAddressUnknown
        case .page: .loginPage
        case .unsendable: .loginUnsendable
        case .directoryUnreachable: .loginDirectoryUnreachable
        case .unclear: .loginUnclear
        }
    }

    package var isAccepted: Bool { observation == .loginAccepted }
}

extension Response {
    /// The title of an HTML page, or what else the body seems to be.
    package var pageTitle: String {
        let text = String(text.prefix(20_000))
        if let open = text.range(of: "<title>", options: .caseInsensitive),
            let close = text.range(of: "</title>", options: .caseInsensitive, range: open.upperBound..<text.endIndex)
        {
            let title = text[open.upperBound..<close.lowerBound].cut(to: 120)
            return "an HTML page titled “\(title.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
        }
        if text.range(of: "<html", options: .caseInsensitive) != nil { return "an HTML page" }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return "nothing" }
        if beginsWithByteOrderMark, json == nil, (try? JSONReader.read(body, depthLimit: 64)) != nil {
            return "JSON behind a byte order mark (U+FEFF), which the toolkit's client takes for text"
        }
        if let json, json.objectValue != nil || json.arrayValue != nil {
            return "JSON " + (json.statedMessage.map { "that says “\($0.cut(to: 160))”" } ?? "of another form")
        }
        // What load balancers and gateways say is a line of plain text.
        return words.count <= 160 && !words.contains("<") ? "the text “\(words)”" : "something that is not JSON"
    }

    /// Whether it leads to the page from which Cloud's people choose a product: the site has none by this address.
    fileprivate var leadsToStartPage: Bool {
        ["home.atlassian.com", "start.atlassian.com"].contains(redirectAddress?.host)
    }

    /// Whether it is a page for people, of whoever doesn't call himself Confluence: its API answers in no such form.
    fileprivate var isPageOfFront: Bool {
        let names = ["X-Seraph-LoginReason", "X-AUSERNAME", "X-Confluence-Request-Time", "X-Confluence-Cluster-Node"]
        return json == nil && text.prefix(20_000).range(of: "<html", options: .caseInsensitive) != nil
            && !names.contains { headers[$0] != nil }
    }

    /// Whether a CAPTCHA hides the answer: Confluence says so in one header, Jira in another.
    fileprivate var asksForCaptcha: Bool {
        headers["X-Seraph-LoginReason"]?.contains("AUTHENTICATION_DENIED") == true
            || (status == 401 && text.contains("Basic Authentication Failure - Reason : AUTHENTICATION_DENIED"))
            || headers["X-Authentication-Denied-Reason"]?.contains("CAPTCHA") == true
    }

    /// Whether it speaks of LDAP or Crowd, which only somebody who asks them about a login does.
    fileprivate var namesDirectory: Bool {
        let text = String(text.prefix(20_000)).lowercased()
        return ["springframework.ldap", "javax.naming.", "ldap: error", "com.atlassian.crowd.exception"].contains(
            where: text.contains)
    }

    /// Whether its status is one with which sites, and what stands in front of them, turn somebody away.
    var isRefusal: Bool { [401, 403, 405, 406, 418, 451].contains(status) }

    /// The whole address to which it leads; `nil` where it names none, or a path alone.
    var redirectAddress: WebAddress? { headers["Location"].flatMap { try? WebAddress(parsing: $0) } }

    /// Where a redirect leads, without a query: it may carry what was sent.
    package var redirectTarget: String {
        let target = headers["Location"] ?? "nowhere"
        let shown = target.prefix { $0 != "?" && $0 != "#" }
        guard shown.count > 200, let slash = shown.prefix(200).lastIndex(of: "/") else {
            return String(shown.prefix(200))
        }
        // As with words: half of a secret would be known for none.
        return shown[...slash] + "…"
    }
}
