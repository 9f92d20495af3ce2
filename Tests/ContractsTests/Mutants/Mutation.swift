import ConfluenceModel
import ConfluenceWire

/// A deliberate change to a site: it stands before the simulator and alters requests, or answers.
struct Mutation: Sendable {
    /// A site as mutations see it.
    struct Site: Sendable {
        var definition: SiteDefinition
        var send: Send
    }

    let answer: @Sendable (_ request: Request, _ site: Site) async throws -> Response

    /// The site with the change in it.
    func send(of definition: SiteDefinition, _ send: @escaping Send) -> Send {
        { request in try await answer(request, Site(definition: definition, send: send)) }
    }

    private static func when(
        _ match: RequestMatch, _ change: @escaping @Sendable (Request, Site) async throws -> Response
    ) -> Mutation {
        Mutation { request, site in
            match.matches(request, below: site.definition.contextPath)
                ? try await change(request, site) : try await site.send(request)
        }
    }

    // MARK: Requests

    /// Changes a request before the site sees it.
    static func request(_ match: RequestMatch, _ change: @escaping @Sendable (inout Request) -> Void) -> Mutation {
        when(match) { request, site in
            var request = request
            change(&request)
            return try await site.send(request)
        }
    }

    /// Takes a parameter out of the query, as if the site did not know it.
    static func ignoreParameter(_ name: String, of match: RequestMatch = .any) -> Mutation {
        request(match) { request in
            request.query = request.query.filter { $0.name != name }
        }
    }

    /// Puts another value into the query, or a parameter that was not there.
    static func setParameter(_ name: String, to value: String, of match: RequestMatch = .any) -> Mutation {
        request(match) { request in
            request.query = request.query.filter { $0.name != name } + [QueryItem(name, value)]
        }
    }

    /// Takes a header out of requests.
    static func ignoreHeader(_ name: String, of match: RequestMatch = .any) -> Mutation {
        request(match) { $0.headers[name] = nil }
    }

    /// Changes the JSON body of requests at a path; `nil` takes the value away.
    static func requestField(
        _ path: String, of match: RequestMatch, becomes change: @escaping @Sendable (JSON?) -> JSON?
    ) -> Mutation {
        request(match) { request in
            guard let body = try? JSONReader.read(request.body) else { return }
            request.body = JSONWriter.compact(body.edited(at: path, change))
        }
    }

    /// Takes a field out of the JSON body of requests.
    static func ignoreField(_ path: String, of match: RequestMatch) -> Mutation {
        requestField(path, of: match) { _ in nil }
    }

    /// Lets callers do what another account may: the masks and rights of the caller are not looked at.
    static func asIf(_ account: LawAccount, asks match: RequestMatch) -> Mutation {
        when(match) { request, site in
            var request = request
            request.headers["Authorization"] = site.definition.login(of: account)
            return try await site.send(request)
        }
    }

    /// Sends another request than the one that came, below the site's address.
    static func send(_ method: Request.Method? = nil, path: String, insteadOf match: RequestMatch) -> Mutation {
        when(match) { request, site in
            var request = request
            if let method { request.method = method }
            request.url.path = site.definition.contextPath + path
            return try await site.send(request)
        }
    }

    /// Answers by itself: the site never sees the request, so nothing is changed there.
    static func swallow(_ match: RequestMatch, status: Int, body: JSON = [:]) -> Mutation {
        when(match) { _, _ in
            Response(status: status, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(body))
        }
    }

    /// Carries the request out twice and answers as to the second.
    static func twice(_ match: RequestMatch) -> Mutation {
        when(match) { request, site in
            _ = try await site.send(request)
            return try await site.send(request)
        }
    }

    // MARK: Answers

    /// Changes an answer.
    static func answer(_ match: RequestMatch, _ change: @escaping @Sendable (inout Response) -> Void) -> Mutation {
        when(match) { request, site in
            var response = try await site.send(request)
            change(&response)
            return response
        }
    }

    /// Answers with another status; `nil` changes whatever status there is.
    static func answer(when match: RequestMatch, status: Int? = nil, becomes other: Int) -> Mutation {
        answer(match) { response in
            if status == nil || status == response.status { response.status = other }
        }
    }

    /// Changes the JSON of answers at a path; `nil` takes the value away.
    static func field(
        _ path: String, of match: RequestMatch = .any, becomes change: @escaping @Sendable (JSON?) -> JSON?
    ) -> Mutation {
        answer(match) { response in
            guard let body = try? JSONReader.read(response.body) else { return }
            response.body = JSONWriter.compact(body.edited(at: path, change))
        }
    }

    /// Puts a value at a path of the JSON of answers.
    static func setField(_ path: String, to value: JSON, of match: RequestMatch = .any) -> Mutation {
        field(path, of: match) { _ in value }
    }

    /// Takes a field out of answers.
    static func dropField(_ path: String, of match: RequestMatch = .any) -> Mutation {
        field(path, of: match) { _ in nil }
    }

    /// Leaves so many elements of a list in answers.
    static func cut(_ path: String, to count: Int, of match: RequestMatch = .any) -> Mutation {
        field(path, of: match) { $0?.arrayValue.map { .array(Array($0.prefix(count))) } }
    }

    /// Turns a list in answers round.
    static func reverse(_ path: String, of match: RequestMatch = .any) -> Mutation {
        field(path, of: match) { $0?.arrayValue.map { .array($0.reversed()) } }
    }

    /// Writes a text in answers anew wherever it stands.
    static func replace(_ text: String, by other: String, of match: RequestMatch = .any) -> Mutation {
        answer(match) { response in response.body = Array(response.text.replacing(text, with: other).utf8) }
    }

    /// Takes a header out of answers.
    static func dropHeader(_ name: String, of match: RequestMatch = .any) -> Mutation {
        answer(match) { $0.headers[name] = nil }
    }

    /// Puts a header into answers.
    static func setHeader(_ name: String, to value: String, of match: RequestMatch = .any) -> Mutation {
        answer(match) { $0.headers[name] = value }
    }
}

extension Request {
    fileprivate var query: [QueryItem] {
        get { url.query.map(QueryItem.parse) ?? [] }
        set { url.query = newValue.isEmpty ? nil : QueryItem.serialize(newValue) }
    }
}

extension SiteDefinition {
    /// The header by which somebody of that role logs in.
    fileprivate func login(of account: LawAccount) -> String? {
        guard let user = users.first(where: { $0.name == account.rawValue }), let token = user.tokens.first else {
            return nil
        }
        guard token.kind == .personalAccessToken else {
            return BasicCredentials(user: user.email, password: token.value).headerValue
        }
        return "Bearer " + token.value
    }
}
