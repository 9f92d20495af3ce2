import ConfluenceToolkit
import ConfluenceWire

/// Finds out which scopes a token has by calls that need one each.
///
/// The gateway looks at scopes before anything else (measured by mozilla/markfluence, 2026): any other answer
/// than its refusal, also “there is no such page”, shows that the scope is held. Scopes for writing have no
/// call that only reads, and stay unknown.
enum ScopeProbe {
    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> [String: Bool] {
        var found: [String: Bool] = [:]
        for (scope, path, query) in questions {
            guard let request = configuration.request(path, query: query),
                let response = await wire.ask("does the token have the scope \(scope)?", request)?.response
            else { continue }
            if response.isScopeRefusal {
                found[scope] = false
            } else if response.status != 401, response.status != 429, response.status < 500 {
                found[scope] = true
            }
        }
        return found
    }

    private static let questions: [(scope: String, path: String, query: [QueryItem])] = [
        ("read:confluence-content.summary", "rest/api/content/0", []),
        ("read:confluence-content.all", "rest/api/content/0/restriction/byOperation", []),
        ("read:confluence-space.summary", "rest/api/space", [QueryItem("limit", "1")]),
        ("search:confluence", "rest/api/search", [QueryItem("cql", "id=0"), QueryItem("limit", "1")]),
        ("readonly:content.attachment:confluence", "rest/api/content/0/child/attachment/att0/download", []),
        ("read:page:confluence", "api/v2/pages/0", []),
        ("read:space:confluence", "api/v2/spaces", [QueryItem("limit", "1")]),
    ]
}

extension Response {
    /// Whether the gateway refused because of the token's scopes.
    var isScopeRefusal: Bool {
        guard status == 401 || status == 403 else { return false }
        if let category = headers["X-Failure-Category"], category.uppercased().contains("SCOPE") { return true }
        return text.prefix(2_000).lowercased().contains("scope does not match")
    }
}
