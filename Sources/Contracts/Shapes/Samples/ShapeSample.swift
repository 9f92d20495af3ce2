package import ConfluenceModel
package import ConfluenceWire

/// One exchange to learn a shape from: which endpoint was asked for what, and what came back.
package struct ShapeSample: Sendable, Hashable {
    package var api: SiteAPI
    package var method: String
    /// Below the site's address, without the query.
    package var path: String
    package var query: [QueryItem]
    package var response: Response

    package init(api: SiteAPI, method: String, path: String, query: [QueryItem] = [], response: Response) {
        self.api = api
        self.method = method
        self.path = path
        self.query = query
        self.response = response
    }

    /// An exchange with a site; `nil` where the request went to something beside Confluence's API.
    ///
    /// - Parameter contextPath: The path of the site's address; `nil` takes what stands before the API's own path.
    package init?(_ request: Request, _ response: Response, below contextPath: String? = nil, of kind: DeploymentKind) {
        let path = request.url.path
        let below: String
        if let contextPath, path.hasPrefix(contextPath) {
            below = String(path.dropFirst(contextPath.count))
        } else if let found = Self.apiPath(of: path) {
            below = found
        } else {
            return nil
        }
        guard below.hasPrefix("/"), let api = SiteAPI(path: below, of: kind) else { return nil }
        self.init(
            api: api, method: request.method.rawValue, path: below, query: request.url.queryItems, response: response)
    }

    package var key: ExchangeKey {
        ExchangeKey(
            api: api, method: method, template: PathTemplates.template(of: path),
            selection: ExchangeKey.selection(of: query), status: response.status)
    }

    /// The path from where the API begins: what stands before it is the site's context path, or the gateway's.
    private static func apiPath(of path: String) -> String? {
        for mark in ["/rest/", "/api/v2/", "/download/attachments/"] {
            if let range = path.firstRange(of: mark) { return String(path[range.lowerBound...]) }
        }
        return nil
    }
}

extension DeploymentKind {
    /// What kind of site answered these requests, by their addresses: Cloud has names, paths and a context of its own.
    package static func guessed(from addresses: [WebAddress]) -> DeploymentKind {
        let isCloud = addresses.contains { address in
            address.host.hasSuffix(".atlassian.net") || address.host == "api.atlassian.com"
                || address.path.contains("/api/v2/") || address.path.hasPrefix("/wiki/")
        }
        return isCloud ? .cloud : .dataCenter
    }
}
