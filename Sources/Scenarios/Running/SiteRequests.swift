import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Documents

/// Requests that a scenario makes itself, in the name of an account that the site knows.
struct SiteRequests: Sendable {
    let site: RunningSite

    /// Sends a raw request below the site's address.
    func send(_ raw: RawRequest, at node: DocumentNode) async throws -> Response {
        var request = Request(raw.method, try WebAddress(parsing: site.url + raw.path.encodingWhatAddressesLack))
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

    /// What of an effect does not hold on the site, as its administrator sees it.
    func problems(of effect: SiteEffect, at node: DocumentNode) async throws -> [String] {
        let page = try await page(effect.page, at: node)
        guard let page else { return effect.exists ? ["the page is not there"] : [] }
        guard effect.exists else { return ["the page is there, and should not be"] }
        var problems: [String] = []
        func compare(_ what: String, _ found: String?, _ expected: String?) {
            guard let expected, expected != found else { return }
            problems.append("the page's \(what) is “\(found ?? "unknown")”, expected “\(expected)”")
        }
        compare("title", page["title"]?.stringValue, effect.title)
        compare("version", page["version"]?["number"]?.compactText, effect.version.map(String.init))
        compare("parent", page["ancestors"]?.arrayValue?.last?["id"]?.stringValue, effect.parent)
        let body = page["body"]?["storage"]?["value"]?.stringValue ?? ""
        for part in effect.bodyContains where !body.contains(part) {
            problems.append("the page's body should contain “\(part)”, and is “\(body.prefix(300))”")
        }
        for part in effect.bodyLacks where body.contains(part) {
            problems.append("the page's body should not contain “\(part)”, and does")
        }
        if let expected = effect.labels, let id = page["id"]?.stringValue {
            let found = try await get("/rest/api/content/\(id)/label", [], at: node)
            let names = found?["results"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
            compare("labels", names.sorted().joined(separator: ", "), expected.sorted().joined(separator: ", "))
        }
        return problems
    }

    private func page(_ reference: SiteEffect.PageReference, at node: DocumentNode) async throws -> JSON? {
        let expand = QueryItem("expand", "body.storage,version,ancestors,space")
        switch reference {
        case .id(let id): return try await get("/rest/api/content/\(id)", [expand], at: node)
        case .title(let title, let space):
            let query = [QueryItem("type", "page"), QueryItem("spaceKey", space), QueryItem("title", title), expand]
            return try await get("/rest/api/content", query, at: node)?["results"]?[0]
        }
    }

    /// The JSON behind an address as the administrator sees it; `nil` where there is nothing.
    private func get(_ path: String, _ query: [QueryItem], at node: DocumentNode) async throws -> JSON? {
        guard let admin = site.definition.users.first(where: \.isSiteAdmin) else {
            throw node.error("the site has no administrator who could look; give one of its users “site-admin: true”")
        }
        var request = Request(.get, try WebAddress(parsing: site.url).appending(path, query: query))
        request.authenticate(as: try authentication(of: admin, at: node))
        let response = try await site.send(request)
        if response.status == 404 { return nil }
        guard response.isSuccess else {
            throw node.error("the site answered \(response.status) to its administrator: \(response.text.prefix(200))")
        }
        return try JSONReader.read(response.body)
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
