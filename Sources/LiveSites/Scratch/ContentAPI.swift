import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// The version of the API by which a run asks about content for itself.
///
/// Both deployments have the first one. The gateway of Cloud has withdrawn it, and tokens with scopes may lack its scopes.
enum ContentAPI: Sendable {
    case first
    case second

    /// Where a page or blog post is.
    func path(of id: String, _ kind: Creation.Kind) -> String {
        switch self {
        case .first: "rest/api/content/\(id)"
        case .second: "\(Self.list(of: kind))/\(id)"
        }
    }

    /// Where the second version has pages or blog posts.
    static func list(of kind: Creation.Kind) -> String { "api/v2/\(kind == .blogPost ? "blogposts" : "pages")" }

    /// Where a space is asked for by its key.
    static func space(_ key: String, by api: ContentAPI) -> (path: String, query: [QueryItem]) {
        switch api {
        case .first: ("rest/api/space/\(PercentEncoding.encode(key, allowed: .pathSegment))", [])
        case .second: ("api/v2/spaces", [QueryItem("keys", key)])
        }
    }

    /// The number of the space that was asked for so.
    static func spaceID(in body: JSON, by api: ContentAPI) -> String? {
        switch api {
        case .first: body["id"]?.idText
        case .second: body["results"]?[0]?["id"]?.idText
        }
    }
}

extension SiteGuard {
    /// Asks by the first version of the API; by the second, from then on, once the site says that it has withdrawn the first.
    func ask(
        _ method: Request.Method = .get, as account: SiteAccount, onBudget: Bool = true,
        at address: (ContentAPI) -> (path: String, query: [QueryItem])
    ) async throws -> (answer: Response, api: ContentAPI) {
        let api = contentAPI
        let answer = try await exchange(request(method, address(api), as: account), onBudget: onBudget)
        guard api == .first, access.hosting == .cloud, answer.tellsOfWithdrawal else { return (answer, api) }
        noteWithdrawal()
        return (try await exchange(request(method, address(.second), as: account), onBudget: onBudget), .second)
    }

    private func request(
        _ method: Request.Method, _ address: (path: String, query: [QueryItem]), as account: SiteAccount
    ) -> Request {
        var request = Request(method, access.base.appending(address.path, query: address.query))
        request.authenticate(as: account.authentication)
        return request
    }
}

extension Response {
    /// Whether the endpoint is gone, or is one for which the token has no scope.
    fileprivate var tellsOfWithdrawal: Bool {
        status == 410 || (status == 401 && text.contains("scope does not match"))
    }
}
