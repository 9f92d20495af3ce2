import ConfluenceClient
import ConfluenceWire

/// Tools that read pages by id, title or place in the tree.
extension ConfluenceTools {
    func readPageByID(_ arguments: ToolArguments) async throws -> JSON {
        let format = arguments.text("content_format").flatMap { PageFormat(rawValue: $0) } ?? .view
        let documents = try await documents(
            [arguments.requiredText("page_id")], format: format, skipsImages: arguments.bool("skip_images"))
        if let document = documents.first { return .string(document.text) }
        let errors = memory.all
        return errors.isEmpty
            ? "Pages not found or you do not have access to them."
            : .string("Pages not found. Errors: \(PythonText.repr(.array(errors)))")
    }

    func getPageIDByTitle(_ arguments: ToolArguments) async throws -> JSON {
        let page = try await client.page(
            title: arguments.requiredText("title"), space: try scope.resolve(arguments.text("space")),
            type: arguments.text("type") ?? "page")
        let id = try page.orEmptyObject.get("id")
        return id.isTruthy ? id : "Page not found. Check the title or space."
    }

    func getPageTree(_ arguments: ToolArguments) async throws -> JSON {
        let id = arguments.requiredText("page_id")
        try await assertInSpace(id)
        return .array(try await descendants(of: .string(id)))
    }

    /// The pages below one, each followed by its own; an empty part ends the list of a page.
    private func descendants(of id: JSON) async throws -> [JSON] {
        let limit = 100
        var start = 0
        var found: [JSON] = []
        while true {
            let children = try await client.childPages(of: PythonText.str(id), start: start, limit: limit)
            guard children.isTruthy else { return found }
            for child in try children.elements() {
                let childID = try child.item("id")
                found.append(["id": childID, "title": try child.item("title"), "parent_id": id])
                found += try await descendants(of: childID)
            }
            start += limit
        }
    }

    /// Refuses a page outside of the toolkit's space, which takes a request of its own.
    func assertInSpace(_ id: String) async throws {
        guard scope.space != nil, !id.isEmpty else { return }
        try scope.check(try await client.page(id: id, expand: "space"), id: id)
    }

    /// Reads pages one by one; the first that can't be read ends the list without a word.
    ///
    /// - Parameter dropsOthers: Whether pages outside of the toolkit's space are left out rather than refused.
    func documents(
        _ ids: [String],
        format: PageFormat = .view,
        skipsImages: Bool = false,
        dropsOthers: Bool = false
    ) async throws -> [PageDocument] {
        var documents: [PageDocument] = []
        for id in ids {
            let page: JSON
            do {
                page = try await retrying {
                    try await client.page(id: id, expand: "body.\(format.representation),version,space")
                }
            } catch let error as ClientError where error.isFromAnswer {
                memory.add("Confluence API Error: cannot fetch the page with ID \(id): \(error.message)")
                return documents
            }
            if dropsOthers, try !scope.contains(page) { continue }
            try scope.check(page, id: id)
            documents.append(try document(page, format: format, skipsImages: skipsImages))
        }
        return documents
    }

    private func document(_ page: JSON, format: PageFormat, skipsImages: Bool) throws(ClientError) -> PageDocument {
        let content = try format.content(of: page)
        guard case .string(let source) = content else {
            throw ClientError("TypeError", "object of type '\(content.pythonType)' has no len()")
        }
        let text = format == .atlasDocFormat ? source : Markdown.convert(source)
        return PageDocument(
            id: try page.item("id"), title: try page.item("title"),
            link: try pageLink(try page.item("_links", "webui")),
            text: skipsImages ? Self.withoutEmbeddedImages(text) : text)
    }

    private static func withoutEmbeddedImages(_ text: String) -> String {
        text.replacing(#/data:image/(?:png|jpeg|gif);base64,[a-zA-Z0-9+/=]+/#, with: "[Image Removed]")
    }

    /// Three tries with two seconds between them, whatever the error.
    private func retrying(_ call: () async throws -> JSON) async throws -> JSON {
        for _ in 1..<3 {
            do {
                return try await call()
            } catch is ClientError {
                try await sleep(.seconds(2))
            }
        }
        return try await call()
    }
}
