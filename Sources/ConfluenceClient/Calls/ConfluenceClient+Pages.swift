package import ConfluenceWire

/// The client's calls about pages, each with the sentences that it puts in the place of a site's own.
extension ConfluenceClient {
    static let noContent =
        "There is no content with the given id, or the calling user does not have permission to view the content"
    static let noPermissionToView = "The calling user does not have permission to view the content"

    package func page(id: String, expand: String? = nil) async throws -> JSON {
        let query = expand.map { [QueryItem("expand", $0)] } ?? []
        return try await rewording([404: ("ApiError", Self.noContent)]) {
            try await get("rest/api/content/\(id)", query: query)
        }
    }

    /// The first content of that title; null where there is none.
    package func page(title: String, space: String?, type: String = "page") async throws -> JSON {
        var query = [QueryItem("type", type), QueryItem("start", "0"), QueryItem("limit", "1")]
        if let space { query.append(QueryItem("spaceKey", space)) }
        query.append(QueryItem("title", title))
        let answer = try await rewording([404: ("ApiPermissionError", Self.noPermissionToView)]) {
            try await get("rest/api/content", query: query)
        }
        guard case .array(let results) = try answer.get("results") else { return .null }
        return results.first ?? .null
    }

    package func space(key: String) async throws -> JSON {
        let reason =
            "There is no space with the given key, or the calling user does not have permission to view the space"
        return try await rewording([404: ("ApiError", reason)]) {
            try await get("rest/api/space/\(key)", query: [QueryItem("expand", "description.plain,homepage")])
        }
    }

    /// Creates a page by REST version 1.
    package func createPage(_ draft: PageDraft) async throws -> JSON {
        var content: JSONObject = [
            "type": "page", "title": .string(draft.title), "status": .string(draft.status),
            "space": ["key": .string(draft.space)],
            "body": try Self.body(draft.body, representation: draft.representation),
            "metadata": Self.fixedWidth,
        ]
        if let parent = draft.parent { content["ancestors"] = [["type": "page", "id": .string(parent)]] }
        return try await rewording([404: ("ApiPermissionError", Self.noPermissionToView)]) {
            try await write(.post, "rest/api/content/", body: .object(content))
        }
    }

    /// Saves a page unless title and body are already so, as far as the client can see.
    ///
    /// - Parameter message: What the page's history says about the version.
    package func updatePage(
        id: String, title: String, body: String, representation: String, message: String? = nil
    ) async throws -> JSON {
        if try await isUpToDate(id: id, title: title, body: body) { return try await page(id: id) }
        guard case .object(let history) = try await history(id: id) else { return .null }
        let lastUpdated = try JSON.object(history).item("lastUpdated")
        guard case .object = lastUpdated, let number = try lastUpdated.item("number").integerValue else { return .null }
        var version: JSONObject = ["number": .integer(number + 1), "minorEdit": false]
        if let message { version["message"] = .string(message) }
        let content: JSON = [
            "id": .string(id), "type": "page", "title": .string(title), "version": .object(version),
            "metadata": Self.fixedWidth,
            "body": try Self.body(body, representation: representation),
        ]
        let wordings = [
            400: (
                "ApiValueError",
                "No space or no content type, or setup a wrong version type set to content, or status param is not draft "
                    + "and status content is current"
            ),
            404: ("ApiNotFoundError", "Can not find draft with current content"),
        ]
        return try await rewording(wordings) {
            try await write(.put, "rest/api/content/\(id)", query: [QueryItem("status", "current")], body: content)
        }
    }

    package func removePage(id: String) async throws {
        let wordings = [
            404: (
                "ApiError",
                "There is no content with the given id, or the calling user does not have permission to trash or purge "
                    + "the content"
            ),
            409: ("ApiConflictError", "There is a stale data object conflict when trying to delete a draft"),
        ]
        _ = try await rewording(wordings) { try await write(.delete, "rest/api/content/\(id)") }
    }

    package func history(id: String) async throws -> JSON {
        try await rewording([404: ("ApiError", Self.noContent)]) {
            try await get("rest/api/content/\(id)/history")
        }
    }

    /// The pages right below one, a part of them at a time.
    package func childPages(of id: String, start: Int, limit: Int) async throws -> JSON {
        let query = [QueryItem("start", String(start)), QueryItem("limit", String(limit))]
        return try await rewording([404: ("ApiError", Self.noContent)]) {
            try await get("rest/api/content/\(id)/child/page", query: query)
        }.get("results")
    }

    /// The first fifty attachments of a page, with the links of the listing.
    package func attachments(of id: String) async throws -> JSON {
        try await rewording([404: ("ApiError", Self.noContent)]) {
            try await get("rest/api/content/\(id)/child/attachment", query: [QueryItem("limit", "50")])
        }
    }

    // MARK: Parts

    /// Whether a page has that title, and a stored body that differs at most in capitals and blanks at its ends.
    private func isUpToDate(id: String, title: String, body: String) async throws -> Bool {
        let current = try await page(id: id)
        if !title.isEmpty, try current.get("title") != .string(title) { return false }
        let stored = try await page(id: id, expand: "body.storage").orEmptyObject
        let storage = try stored.get("body").orEmptyObject.get("storage").orEmptyObject
        let value = SymbolNormalizer.normalize(try storage.get("value").text(for: "strip"))
        return value.strippedAndLowered() == body.strippedAndLowered()
    }

    private static func body(_ text: String, representation: String) throws(ClientError) -> JSON {
        let known = ["atlas_doc_format", "editor", "export_view", "view", "storage", "wiki"]
        guard known.contains(representation) else {
            throw ClientError("ValueError", "Wrong value for representation, it should be either wiki or storage")
        }
        return [representation: ["value": .string(text), "representation": .string(representation)]]
    }

    private static let fixedWidth: JSON = [
        "properties": [
            "content-appearance-draft": ["value": "fixed-width"],
            "content-appearance-published": ["value": "fixed-width"],
        ]
    ]
}

/// What a new page is to be.
package struct PageDraft: Sendable, Hashable {
    package var space: String
    package var title: String
    package var body: String
    package var status: String
    /// The id of the page above; `nil` puts the page at the root of its space.
    package var parent: String?
    package var representation: String

    package init(space: String, title: String, body: String, status: String, parent: String?, representation: String) {
        self.space = space
        self.title = title
        self.body = body
        self.status = status
        self.parent = parent
        self.representation = representation
    }
}
