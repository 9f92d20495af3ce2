import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Documents

/// Requests that a scenario makes itself, in the name of an account that the site knows.
struct SiteRequests: Sendable {
    let site: RunningSite

    /// Sends a raw request below the site's address.
    func send(_ raw: RawRequest, at node: DocumentNode) async throws -> Response {
        var target = raw.path.encodingWhatAddressesLack
        if !raw.query.isEmpty { target += (target.contains("?") ? "&" : "?") + QueryItem.serialize(raw.query) }
        var request = Request(raw.method, try WebAddress(parsing: site.url + target))
        if let account = raw.account { request.authenticate(as: try authentication(of: account, at: node)) }
        if let body = raw.body {
            let value = body.json
            request.headers["Content-Type"] = "application/json"
            request.body = value.stringValue.map { Array($0.utf8) } ?? JSONWriter.compact(value)
        }
        if !raw.form.isEmpty {
            let form = MultipartForm(parts: raw.form)
            request.headers["Content-Type"] = form.contentType
            // Confluence takes a form from a script only with this header.
            request.headers["X-Atlassian-Token"] = "no-check"
            request.body = form.body
        }
        for header in raw.headers { request.headers[header.name] = header.value }
        return try await site.send(request)
    }

    /// The credentials behind the name of a token, or else of a user.
    private func authentication(of name: String, at node: DocumentNode) throws(DocumentError) -> Authentication {
        for user in site.definition.users {
            if let token = user.tokens.first(where: { $0.name == name }) { return authentication(token, of: user) }
        }
        if let user = site.definition.users.first(where: { $0.name == name }) {
            return try authentication(of: user, at: node)
        }
        let known = site.definition.users.flatMap { user in user.tokens.map(\.name) + [user.name] }
        throw node.error(DocumentNode.unknown("token or user", name, among: known))
    }

    private func authentication(of user: UserDefinition, at node: DocumentNode) throws(DocumentError) -> Authentication
    {
        if let token = user.tokens.first(where: { $0.state == .active }) { return authentication(token, of: user) }
        guard let password = user.password else {
            throw node.error("the user \(user.name) has no token and no password")
        }
        return .basic(user: user.name, secret: Secret(password))
    }

    private func authentication(_ token: TokenDefinition, of user: UserDefinition) -> Authentication {
        switch token.kind {
        case .apiToken, .scopedAPIToken: .basic(user: user.email, secret: Secret(token.value))
        case .personalAccessToken, .oauthAccessToken: .bearer(Secret(token.value))
        }
    }
}

extension String {
    /// The text with what may not stand in an address written by number, so that people can write spaces and quotes.
    fileprivate var encodingWhatAddressesLack: String {
        unicodeScalars.map { scalar in
            let mayStand = scalar.isASCII && scalar.value > 0x20 && scalar.value != 0x7F
            guard !mayStand || "\"<>\\^`{|}".unicodeScalars.contains(scalar) else { return String(scalar) }
            return String(scalar).utf8.map { "%" + UInt32($0).hexadecimal(digits: 2) }.joined()
        }
        .joined()
    }
}
