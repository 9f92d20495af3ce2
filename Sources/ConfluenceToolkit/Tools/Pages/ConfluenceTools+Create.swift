import ConfluenceClient
import ConfluenceWire

/// Tools that create pages, by REST version 1 or 2.
extension ConfluenceTools {
    func createPage(_ arguments: ToolArguments) async throws -> JSON {
        try await createPage(
            title: arguments.requiredText("title"), body: arguments.requiredText("body"),
            status: arguments.text("status") ?? "current", space: arguments.text("space"),
            parent: arguments.text("parent_id"), representation: arguments.text("representation") ?? "storage",
            label: arguments.text("label"))
    }

    func createPages(_ arguments: ToolArguments) async throws -> JSON {
        let space = try scope.resolve(arguments.text("space"), isRequired: true) ?? ""
        let parent = try await parentOrHomepage(arguments.text("parent_id"), space: space)
        let entries: JSON
        do {
            entries = try JSONReader.read(arguments.requiredText("pages_info"))
        } catch {
            throw ClientError("JSONDecodeError", "pages_info is not JSON: \(error)")
        }
        var created: [JSON] = []
        for entry in try entries.elements() {
            guard case .object(let pages) = entry else {
                throw ClientError("AttributeError", "'\(entry.pythonType)' object has no attribute 'items'")
            }
            for page in pages {
                created.append(
                    try await createPage(
                        title: page.key, body: PythonText.str(page.value),
                        status: arguments.text("status") ?? "current",
                        space: space, parent: parent, representation: "storage", label: nil))
            }
        }
        return .array(created)
    }

    private func createPage(
        title: String,
        body: String,
        status: String,
        space: String?,
        parent: String?,
        representation: String,
        label: String?
    ) async throws -> JSON {
        let space = try scope.resolve(space, isRequired: true) ?? ""
        guard try await client.page(title: title, space: space).isNull else {
            return .string("Page with title \(title) already exists, please use other title.")
        }
        let parent = try await parentOrHomepage(parent, space: space)
        let draft = PageDraft(
            space: space, title: title, body: body, status: status, parent: parent, representation: representation)
        let page =
            configuration.resolvedAPIVersion == 2
            ? try await createByVersionTwo(draft) : try await client.createPage(draft)

        let link = try pageLink(try page.item("_links", status == "draft" ? "edit" : "webui"))
        let id = try page.item("id")
        var details: JSONObject = [
            "title": try page.item("title"), "id": id, "space key": try page.item("space", "key"),
            "author": try page.item("version", "by", "displayName"), "link": .string(link),
        ]
        if let label, !label.isEmpty {
            try await client.addLabel(.string(label), to: PythonText.str(id))
            details["label"] = .string(label)
        }
        try await addDefaultLabels(to: PythonText.str(id))
        let place = parent.map { "parent page '\($0)'" } ?? "space root level"
        return [
            "message": .string("The page '\(title)' was created under \(place): '\(link)'."),
            "page": .object(details),
        ]
    }

    /// The given parent, or else the space's home page; whatever goes wrong there means the root of the space.
    private func parentOrHomepage(_ parent: String?, space: String) async throws -> String? {
        if let parent, !parent.isEmpty { return parent }
        do {
            let home = try await client.space(key: space).get("homepage", otherwise: [:]).get("id")
            return home.isTruthy ? PythonText.str(home) : nil
        } catch is ClientError {
            return nil
        }
    }

    // MARK: Version 2

    private func createByVersionTwo(_ draft: PageDraft) async throws -> JSON {
        let spaceID = try await spaceID(of: draft.space)
        guard spaceID.isTruthy else {
            throw ToolError.refusal(
                "Could not resolve spaceId for space key '\(draft.space)' via v2 API. "
                    + "Confirm the space exists and the credentials have access.")
        }
        let representation = Self.writableRepresentation(draft.representation)
        var content: JSONObject = [
            "spaceId": .string(PythonText.str(spaceID)), "status": .string(draft.status), "title": .string(draft.title),
            "body": ["representation": .string(representation), "value": .string(draft.body)],
        ]
        if let parent = draft.parent { content["parentId"] = .string(parent) }
        let answer = try await client.write(.post, "api/v2/pages", body: .object(content))
        return try Self.asVersionOne(answer, space: draft.space)
    }

    /// The number behind a space key: asked of version 2, and of version 1 where that fails.
    private func spaceID(of key: String) async throws -> JSON {
        do {
            let query = [QueryItem("keys", key), QueryItem("limit", "1")]
            let results = try await client.get("api/v2/spaces", query: query).orEmptyObject.get("results")
            if results.isTruthy, let first = results[0] { return try first.get("id") }
        } catch is ClientError {
            // The real toolkit only writes this down in its log.
        }
        do {
            return try await client.space(key: key).orEmptyObject.get("id")
        } catch is ClientError {
            return .null
        }
    }

    private static func writableRepresentation(_ word: String) -> String {
        let word = word.trimmingWhitespace().lowercased()
        if word == "adf" { return "atlas_doc_format" }
        return ["storage", "atlas_doc_format", "wiki"].contains(word) ? word : "storage"
    }

    /// The parts of a version 2 answer under the names that version 1 has for them; the author is an account id.
    private static func asVersionOne(_ page: JSON, space: String) throws(ClientError) -> JSON {
        guard case .object = page else { return page }
        let id = try page.get("id")
        let links = try page.get("_links").orEmptyObject
        let version = try page.get("version").orEmptyObject
        var webLink = try links.get("webui")
        if !webLink.isTruthy { webLink = id.isTruthy ? .string("/spaces/\(space)/pages/\(PythonText.str(id))") : "" }
        var editLink = try links.get("editui")
        if !editLink.isTruthy {
            editLink = id.isTruthy ? .string("/pages/edit-v2.action?pageId=\(PythonText.str(id))") : webLink
        }
        var author = try version.get("authorId")
        if !author.isTruthy { author = try page.get("authorId") }
        return [
            "id": id, "title": try page.get("title"), "space": ["key": .string(space)],
            "version": ["by": ["displayName": author.isTruthy ? author : ""]],
            "_links": ["webui": webLink, "edit": editLink],
        ]
    }
}
