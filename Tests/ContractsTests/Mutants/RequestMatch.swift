import ConfluenceWire

/// The requests that a mutation is about: a method and a path below the site's address, in which `*` stands for anything.
struct RequestMatch: Sendable {
    var method: Request.Method?
    var path: String
    /// What the query must hold besides.
    var query: String?
    /// Whether the caller shows credentials; `nil` for both.
    var isLoggedIn: Bool?

    static let any = RequestMatch(path: "*")

    static func any(_ path: String) -> RequestMatch { RequestMatch(path: path) }
    static func get(_ path: String) -> RequestMatch { RequestMatch(method: .get, path: path) }
    static func put(_ path: String) -> RequestMatch { RequestMatch(method: .put, path: path) }
    static func post(_ path: String) -> RequestMatch { RequestMatch(method: .post, path: path) }
    static func delete(_ path: String) -> RequestMatch { RequestMatch(method: .delete, path: path) }

    /// Only those whose query holds this text.
    func with(query: String) -> RequestMatch {
        var match = self
        match.query = query
        return match
    }

    /// Only those of nobody.
    var anonymous: RequestMatch {
        var match = self
        match.isLoggedIn = false
        return match
    }

    /// Only those of somebody.
    var loggedIn: RequestMatch {
        var match = self
        match.isLoggedIn = true
        return match
    }

    func matches(_ request: Request, below contextPath: String) -> Bool {
        if let method, method != request.method { return false }
        if let isLoggedIn, isLoggedIn != (request.headers["Authorization"] != nil) { return false }
        if let query, request.url.query?.contains(query) != true { return false }
        let path = request.url.path.hasPrefix(contextPath) ? request.url.path.dropFirst(contextPath.count) : ""
        return Self.glob(self.path[...], path)
    }

    private static func glob(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        guard first == "*" else {
            return text.first == first && glob(pattern.dropFirst(), text.dropFirst())
        }
        let rest = pattern.dropFirst()
        if rest.isEmpty { return true }
        return text.indices.contains { glob(rest, text[$0...]) } || glob(rest, text[text.endIndex...])
    }
}
