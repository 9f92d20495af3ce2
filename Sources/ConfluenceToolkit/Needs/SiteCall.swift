package import ConfluenceWire

/// A call of Confluence's REST API that tools make, with what a token with scopes needs for it.
package struct SiteCall: Sendable, Hashable {
    package var method: Request.Method

    /// Below the client's address, with names in braces: `rest/api/content/{id}`.
    package var path: String

    /// The scopes that Atlassian's description calls current: classic ones for REST v1, granular ones for v2.
    package var scopes: [String]

    /// Granular scopes that the description of a v1 call names as the other way; most calls have none.
    package var otherScopes: [String]

    private init(_ method: Request.Method, _ path: String, _ scopes: [String], or otherScopes: [String] = []) {
        self.method = method
        self.path = path
        self.scopes = scopes
        self.otherScopes = otherScopes
    }

    package var isOfVersion2: Bool { path.hasPrefix("api/v2/") }

    /// Whether a request was such a call; `path` lies below the client's address and has no query.
    package func matches(_ method: Request.Method, _ path: some StringProtocol) -> Bool {
        guard method == self.method else { return false }
        let asked = path.split(separator: "/")
        let known = self.path.split(separator: "/")
        guard asked.count == known.count else { return false }
        return zip(asked, known).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
    }
}

/// The calls, each once. Sources: Atlassian's descriptions of REST v1 (2022 and 2026) and v2 (2026).
///
/// Reading with expansions takes `read:confluence-content.all`: the summary scope is documented as content
/// without expansions (developer.atlassian.com, “Scopes for OAuth 2.0 and Forge apps”).
extension SiteCall {
    private static let summary = "read:confluence-content.summary"
    private static let whole = "read:confluence-content.all"
    private static let write = "write:confluence-content"

    static let contentByTitle = Self(.get, "rest/api/content", [summary])
    static let contentOfSpace = Self(.get, "rest/api/content", [whole])
    static let content = Self(.get, "rest/api/content/{id}", [summary])
    static let wholeContent = Self(.get, "rest/api/content/{id}", [whole])
    static let createContent = Self(.post, "rest/api/content", [write])
    static let updateContent = Self(.put, "rest/api/content/{id}", [write])
    static let deleteContent = Self(.delete, "rest/api/content/{id}", [write])
    static let history = Self(.get, "rest/api/content/{id}/history", [summary])
    static let children = Self(.get, "rest/api/content/{id}/child/page", [summary])
    static let comments = Self(.get, "rest/api/content/{id}/child/comment", [whole])
    static let restrictions = Self(
        .get, "rest/api/content/{id}/restriction/byOperation", [whole], or: ["read:content-details:confluence"])

    static let labels = Self(.get, "rest/api/content/{id}/label", [summary])
    static let addLabel = Self(
        .post, "rest/api/content/{id}/label", [write], or: ["read:label:confluence", "write:label:confluence"])
    static let removeLabel = Self(.delete, "rest/api/content/{id}/label", [write], or: ["write:label:confluence"])

    static let attachments = Self(.get, "rest/api/content/{id}/child/attachment", [summary])
    static let upload = Self(
        .post, "rest/api/content/{id}/child/attachment", ["write:confluence-file"],
        or: ["read:content-details:confluence", "write:attachment:confluence"])
    static let uploadAgain = Self(
        .post, "rest/api/content/{id}/child/attachment/{attachmentId}/data", ["write:confluence-file"],
        or: ["read:content-details:confluence", "write:attachment:confluence"])
    /// The address that an attachment names for its file; the scope is that of the described download call.
    static let download = Self(
        .get, "download/attachments/{id}/{file}", ["readonly:content.attachment:confluence"],
        or: ["read:attachment:confluence"])

    static let search = Self(
        .get, "rest/api/search", ["search:confluence"], or: ["read:content-details:confluence"])
    static let contentSearch = Self(
        .get, "rest/api/content/search", ["search:confluence"], or: ["read:content-details:confluence"])
    static let space = Self(.get, "rest/api/space/{spaceKey}", ["read:confluence-space.summary"])

    static let pageOfVersion2 = Self(.get, "api/v2/pages/{id}", ["read:page:confluence"])
    static let createPageOfVersion2 = Self(.post, "api/v2/pages", ["write:page:confluence"])
    static let spacesOfVersion2 = Self(.get, "api/v2/spaces", ["read:space:confluence"])
    static let blogPostOfVersion2 = Self(.get, "api/v2/blogposts/{id}", ["read:page:confluence"])
}
