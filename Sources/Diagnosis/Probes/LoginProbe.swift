import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks who one is, with the credential as the toolkit would send it.
enum LoginProbe {
    static func run(
        _ configuration: ToolkitConfiguration,
        deployment: DeploymentKind,
        _ wire: inout Wire
    ) async -> LoginAnswer? {
        guard configuration.canSendSecret else { return .unsendable }
        guard let request = request(for: configuration) else { return nil }
        let isFirst = !wire.knows(request)
        let scheme = configuration.authentication.scheme
        let words = "\(Question.login.words) (\(scheme.title))"
        switch await wire.ask(words, request) {
        case nil: return nil
        case .failure(let failure)?: return .unclear("\(failure)")
        case .response(let response)?:
            let answer = LoginAnswer(response, deployment: deployment)
            let namesAccount = scheme == .basic || scheme == .cookies
            if isFirst, namesAccount, answer.isRefusal { wire.countFailedLogin() }
            return answer
        }
    }

    static func request(for configuration: ToolkitConfiguration) -> Request? {
        configuration.request("rest/api/user/current")
    }
}

extension LoginAnswer {
    /// Whether the site may have counted the answer as a failed login.
    fileprivate var isRefusal: Bool {
        switch self {
        case .refused, .notPermitted, .anonymous: true
        default: false
        }
    }
}

extension ToolkitConfiguration {
    /// A reading request as the toolkit sends it; `nil` where it has no address to send it to.
    func request(_ path: String, query: [QueryItem] = []) -> Request? {
        guard let address = try? clientAddress() else { return nil }
        var request = Request(
            .get, address.appending(path, query: query),
            headers: ["Content-Type": "application/json", "Accept": "application/json"])
        for header in customHeaders { request.headers[header.name] = header.value.revealed(for: .authorizationHeader) }
        // Basic is set anew for each request and so wins over a header of the same name; Bearer does not.
        let overridden = request.headers["Authorization"]
        request.authenticate(as: authentication)
        if authentication.scheme == .bearer, let overridden { request.headers["Authorization"] = overridden }
        return request
    }

    /// Whether a client can put the secret into a header at all: a line break or a character beyond Latin-1 can't go there.
    var canSendSecret: Bool {
        let secret: Secret
        switch authentication {
        case .bearer(let token), .cookies(let token): secret = token
        case .basic, .anonymous: return true
        }
        return secret.revealed(for: .lint).trimmingSpaces().unicodeScalars.allSatisfy {
            $0.value <= 0xFF && $0.properties.generalCategory != .control
        }
    }
}

extension String {
    /// The text without white space at its ends, which is all that the client takes off a Bearer token.
    fileprivate func trimmingSpaces() -> String {
        var view = Substring(self).unicodeScalars
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
