import ConfluenceClient
import ConfluenceWire

/// The tool that lists a page's attachments with what is in them.
extension ConfluenceTools {
    func getPageAttachments(_ arguments: ToolArguments) async throws -> JSON {
        let id = arguments.requiredText("page_id")
        do {
            return try await attachments(of: id, try AttachmentWishes(arguments))
        } catch let error as ClientError {
            return .string("Error retrieving attachments: \(error.message)")
        }
    }

    private func attachments(of id: String, _ wishes: AttachmentWishes) async throws -> JSON {
        try await assertInSpace(id)
        let listing = try await client.attachments(of: id)
        guard listing.isTruthy, try listing.get("results").isTruthy else {
            return .string("No attachments found for page ID \(id).")
        }
        let references = await bodyReferences(of: id)
        let selection = try await select(from: listing, references: references, wishes)
        guard selection.visible > 0 else {
            var message =
                "No attachments are visible on page \(id): \(selection.total) attachment(s) exist but are not referenced "
                + "in the page body."
            if selection.isTruncated {
                message += " The attachment listing was truncated; further attachments were not checked."
            }
            return .string(message)
        }
        var histories: [JSON] = []
        for attachment in selection.selected {
            histories.append(try await history(of: try attachment.item("id")))
        }
        var results: [JSON] = []
        for (attachment, history) in zip(selection.selected, histories) {
            results.append(try await describe(attachment, history: history, wishes))
        }
        if selection.hasMore {
            results.append([
                "notice": .string(
                    "Showing the first \(wishes.limit) matching visible attachments; more exist — narrow with "
                        + "allowed_extensions/name_pattern or raise max_attachments.")
            ])
        }
        if selection.isTruncated {
            results.append([
                "notice": "The attachment listing could not be fully fetched; results may be incomplete."
            ])
        }
        return .array(results)
    }

    // MARK: What is visible

    /// What the page's body shows, asked of version 2; `nil` where the body can't say, which makes all visible.
    private func bodyReferences(of id: String) async -> AttachmentReferences? {
        guard configuration.isCloud else { return nil }
        let query = [QueryItem("body-format", "atlas_doc_format")]
        do {
            var answer = try await client.answer(.get, "api/v2/pages/\(id)", query: query)
            if answer.response.status == 404 {
                answer = try await client.answer(.get, "api/v2/blogposts/\(id)", query: query)
            }
            guard answer.response.status < 400 else { return nil }
            let page = try JSONReader.read(answer.response.body)
            let body = try PageFormat.atlasDocFormat.content(of: page).text(for: "read")
            return AttachmentReferences(document: try JSONReader.read(body))
        } catch {
            return nil
        }
    }

    /// Goes through the listing, on to its next parts only where the body could be read.
    private func select(
        from listing: JSON,
        references: AttachmentReferences?,
        _ wishes: AttachmentWishes
    ) async throws -> AttachmentSelection {
        var selection = AttachmentSelection()
        var pending = try listing.get("results")
        var next = references == nil ? JSON.null : try listing.get("_links").orEmptyObject.get("next")
        var visited: Set<JSON> = []
        while true {
            for attachment in pending.isTruthy ? try pending.elements() : [] {
                selection.total += 1
                guard try references?.show(attachment) ?? true else { continue }
                selection.visible += 1
                guard try wishes.match(attachment) else { continue }
                if selection.selected.count >= wishes.limit {
                    selection.hasMore = true
                    return selection
                }
                selection.selected.append(attachment)
            }
            guard case .string(let link) = next, !link.isEmpty, visited.insert(next).inserted else { return selection }
            do {
                let part = try await client.get(link).orEmptyObject
                pending = try part.get("results")
                next = try part.get("_links").orEmptyObject.get("next")
            } catch is ClientError {
                selection.isTruncated = true
                return selection
            }
        }
    }

    // MARK: One attachment

    private func history(of id: JSON) async throws -> JSON {
        do {
            return try await client.history(id: PythonText.str(id))
        } catch is ClientError {
            return .null
        }
    }

    private func describe(_ attachment: JSON, history: JSON, _ wishes: AttachmentWishes) async throws -> JSON {
        let title = try attachment.get("title", otherwise: "")
        let details = try attachment.get("metadata", otherwise: [:])
        let mediaType = try details.get("mediaType", otherwise: "")
        let download = try attachment.get("_links", otherwise: [:]).get("download")
        let hasHistory = history.isTruthy
        let person =
            hasHistory ? try history.get("createdBy", otherwise: [:]) : try attachment.get("creator", otherwise: [:])
        let labels = try details.get("labels", otherwise: [:]).get("results", otherwise: []).elements()
        var names: [JSON] = []
        for label in labels { names.append(try label.item("name")) }
        var base = configuration.linkBase
        while base.hasSuffix("/") { base.removeLast() }
        let metadata: JSON = [
            "name": title,
            "size": try attachment.get("extensions", otherwise: [:]).get("fileSize"),
            "creator": try person.get("displayName", otherwise: ""),
            "created": hasHistory
                ? try history.get("createdDate", otherwise: "") : try attachment.get("created", otherwise: ""),
            "updated": hasHistory
                ? try history.get("lastUpdated", otherwise: [:]).get("when", otherwise: "") : "",
            "media_type": mediaType,
            "labels": .array(names),
            "download_url": download.isTruthy ? .string(base + PythonText.str(download)) : .null,
        ]
        let path = PythonText.str(try attachment.item("_links", "download"))
        let file = AttachmentFile(name: PythonText.str(title), mediaType: PythonText.str(mediaType))
        var content = JSON.null
        var analysis = JSON.null
        if file.isText {
            content = .string(wishes.shorten(try await text(of: file, at: path)))
        } else if file.isPicture, try await canDownload(path) {
            analysis = .string(wishes.shorten("[LLM not available for image processing]"))
        }
        return ["metadata": metadata, "comments": [], "content": content, "llm_analysis": analysis]
    }

    private func text(of file: AttachmentFile, at path: String) async throws -> String {
        do {
            let response = try await client.answer(.get, path).response
            guard response.status == 200 else { return "[Failed to download: HTTP \(response.status)]" }
            return file.text(of: response.body)
        } catch let error as ClientError {
            return "[Error downloading content: \(error.message)]"
        }
    }

    /// Whether a picture can be had: its address is called without the query that names a version.
    private func canDownload(_ path: String) async throws -> Bool {
        let namesVersion = path.contains("version=") || path.contains("modificationDate=")
        let path = namesVersion ? String(path.prefix { $0 != "?" }) : path
        do {
            let response = try await client.answer(.get, path).response
            let isPage = response.headers["Content-Type"]?.contains("text/html") ?? false
            return response.status == 200 && !isPage && response.body.count >= 100
        } catch is ClientError {
            return false
        }
    }
}

/// What came out of going through a listing.
private struct AttachmentSelection {
    var selected: [JSON] = []
    var total = 0
    var visible = 0
    var hasMore = false
    var isTruncated = false
}
