package import ConfluenceWire

/// The client's calls about labels and searches.
extension ConfluenceClient {
    /// A search by CQL over everything.
    package func search(cql: String, start: Int, limit: Int) async throws -> JSON {
        let query = [QueryItem("start", String(start)), QueryItem("limit", String(limit)), QueryItem("cql", cql)]
        return try await rewording([400: ("ApiValueError", "The query cannot be parsed")]) {
            try await get("rest/api/search", query: query)
        }
    }

    /// The pages that carry a label, in every space; the label goes into the query as it is.
    package func pages(label: String, start: Int, limit: Int) async throws -> JSON {
        var query: [QueryItem] = []
        if !label.isEmpty { query.append(QueryItem("cql", "type=page AND label=\"\(label)\"")) }
        if start > 0 { query.append(QueryItem("start", String(start))) }
        query.append(QueryItem("limit", String(limit)))
        return try await rewording([400: ("ApiValueError", "The CQL is invalid or missing")]) {
            try await get("rest/api/content/search", query: query)
        }.get("results")
    }

    package func labels(of id: String) async throws -> JSON {
        try await rewording([404: ("ApiError", Self.noContent)]) { try await get("rest/api/content/\(id)/label") }
    }

    package func addLabel(_ name: JSON, to id: String) async throws {
        let label: JSON = ["prefix": "global", "name": name]
        _ = try await rewording([404: ("ApiError", Self.noContent)]) {
            try await write(.post, "rest/api/content/\(id)/label", body: label)
        }
    }

    package func removeLabel(_ name: String, from id: String) async throws {
        let wordings = [
            403: ("ApiPermissionError", "The user has view permission, but no edit permission to the content"),
            404: (
                "ApiError",
                "The content or label doesn't exist, or the calling user doesn't have view permission to the content"
            ),
        ]
        let query = [QueryItem("id", id), QueryItem("name", name)]
        _ = try await rewording(wordings) { try await write(.delete, "rest/api/content/\(id)/label", query: query) }
    }

    /// Runs a call, with the client's own exception for some of the statuses that a site may refuse it with.
    func rewording(
        _ wordings: [Int: (exceptionType: String, message: String)],
        _ call: () async throws -> JSON
    ) async throws -> JSON {
        do {
            return try await call()
        } catch let error as ClientError {
            guard error.exceptionType == "HTTPError", let status = error.status, let wording = wordings[status] else {
                throw error
            }
            throw error.reworded(wording.exceptionType, wording.message)
        }
    }
}
