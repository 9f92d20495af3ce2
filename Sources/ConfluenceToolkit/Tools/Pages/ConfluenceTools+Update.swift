import ConfluenceClient
import ConfluenceWire

/// Tools that change pages and their labels, and that delete pages.
extension ConfluenceTools {
    func updatePageByID(_ arguments: ToolArguments) async throws -> JSON {
        try await update(arguments.requiredText("page_id"), PageChange(arguments))
    }

    func updatePageByTitle(_ arguments: ToolArguments) async throws -> JSON {
        let title = arguments.requiredText("page_title")
        let space = try scope.resolve(arguments.text("space"), isRequired: true)
        let page = try await client.page(title: title, space: space)
        guard page.isTruthy else { return .string("Page with title \(title) not found.") }
        return try await update(PythonText.str(try page.item("id")), PageChange(arguments))
    }

    func updatePages(_ arguments: ToolArguments) async throws -> JSON {
        guard let ids = arguments.list("page_ids"), let contents = arguments.list("new_contents") else {
            throw ClientError("TypeError", "object of type 'NoneType' has no len()")
        }
        guard ids.count == contents.count || contents.count == 1 else {
            throw ClientError(
                "ValueError",
                "New content should be provided for all the pages or it should contain only 1 new body for bulk update")
        }
        guard !ids.isEmpty else {
            return "Either list of page_ids or parent_id (to update descendants) should be provided."
        }
        var results: [JSON] = []
        for (index, id) in ids.enumerated() {
            let body = contents[contents.count == 1 ? 0 : index]
            let change = PageChange(
                body: body.isTruthy ? PythonText.str(body) : nil, labels: arguments.list("new_labels"))
            results.append(try await update(PythonText.str(id), change))
        }
        return .array(results)
    }

    func updateLabels(_ arguments: ToolArguments) async throws -> JSON {
        guard let ids = arguments.list("page_ids"), !ids.isEmpty else {
            return "Either list of page_ids should be provided."
        }
        var results: [JSON] = []
        for id in ids {
            results.append(try await update(PythonText.str(id), PageChange(labels: arguments.list("new_labels"))))
        }
        return .array(results)
    }

    func deletePage(_ arguments: ToolArguments) async throws -> JSON {
        let id = arguments.text("page_id") ?? ""
        let title = arguments.text("page_title") ?? ""
        guard !id.isEmpty || !title.isEmpty else {
            throw ClientError("ValueError", "Either page_id or page_title is required to delete the page")
        }
        let found: JSON
        if id.isEmpty {
            let space = try scope.resolve(arguments.text("space"), isRequired: true)
            found = try await client.page(title: title, space: space).orEmptyObject.get("id")
        } else {
            try await assertInSpace(id)
            found = .string(id)
        }
        guard found.isTruthy else {
            let names = [arguments.text("page_id") ?? "None", arguments.text("page_title") ?? "None"]
            return .string("Page instance could not be resolved with id '\(names[0])' and/or title '\(names[1])'")
        }
        try await client.removePage(id: PythonText.str(found))
        return .string("Page with ID '\(PythonText.str(found))' has been successfully deleted.")
    }

    // MARK: One page

    /// Saves a page with what is to change.
    ///
    /// Without a new body the rendered one is saved as storage format, which flattens macros and links.
    private func update(_ id: String, _ change: PageChange) async throws -> JSON {
        let current = try await client.page(id: id, expand: "version,body.view,space")
        guard current.isTruthy else { return .string("Page with ID \(id) not found.") }
        try scope.check(current, id: id)
        let ownSpace = try current.get("space").orEmptyObject.get("key")
        let space = ownSpace.isTruthy ? PythonText.str(ownSpace) : scope.space

        if let title = change.title, try current.item("title") != .string(title),
            try await client.page(title: title, space: space).isTruthy
        {
            return .string("Page with title \(title) already exists.")
        }
        let version = try current.item("version", "number")
        let title = try change.title ?? PythonText.str(current.item("title"))
        let body = try change.body ?? PythonText.str(current.item("body", "view", "value"))
        let saved = try await client.updatePage(
            id: id, title: title, body: body, representation: change.representation)

        let link = try pageLink(try saved.item("_links", "webui"))
        let savedVersion = try saved.item("version", "number")
        let base = PythonText.str(try saved.item("_links", "base"))
        let versions = [version, savedVersion].map { "selectedPageVersions=\(PythonText.str($0))" }
        var details: JSONObject = [
            "title": try saved.item("title"), "id": try saved.item("id"), "space key": try saved.item("space", "key"),
            "author": try saved.item("version", "by", "displayName"), "link": .string(link), "version": savedVersion,
            "diff": .string(
                "\(base)/pages/diffpagesbyversion.action?pageId=\(id)&\(versions.joined(separator: "&"))"),
        ]
        if let labels = change.labels {
            try await replaceLabels(of: id, by: labels)
            details["labels"] = .array(labels)
        }
        try await addDefaultLabels(to: id)
        return [
            "message": .string("The page '\(id)' was updated successfully: '\(link)'."),
            "page": .object(details),
        ]
    }

    private func replaceLabels(of id: String, by labels: [JSON]) async throws {
        for label in try await client.labels(of: id).item("results").elements() {
            try await client.removeLabel(PythonText.str(try label.item("name")), from: id)
        }
        for label in labels { try await client.addLabel(label, to: id) }
    }
}

/// What is to change about a page; `nil` and an empty text leave a thing as it is.
private struct PageChange {
    var title: String?
    var body: String?
    var representation = "storage"
    var labels: [JSON]?

    init(body: String? = nil, labels: [JSON]? = nil) {
        self.body = body
        self.labels = labels
    }

    init(_ arguments: ToolArguments) {
        title = arguments.text("new_title").flatMap { $0.isEmpty ? nil : $0 }
        body = arguments.text("new_body").flatMap { $0.isEmpty ? nil : $0 }
        labels = arguments.list("new_labels")
        if let word = arguments.text("representation"), !word.isEmpty { representation = word }
    }
}
