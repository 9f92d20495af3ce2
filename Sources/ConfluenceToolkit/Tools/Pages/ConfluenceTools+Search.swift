import ConfluenceClient
import ConfluenceWire

/// Tools that find pages by their text or labels.
extension ConfluenceTools {
    func searchPages(_ arguments: ToolArguments) async throws -> JSON {
        let query = arguments.requiredText("query")
        let pages = SearchClause.pages(in: try scope.resolve(arguments.text("space")))
        // The query goes in as it is, so a double quote in it breaks the search.
        return try await search("(\(pages)) and (title~\"\(query)\" or text~\"\(query)\")", arguments)
    }

    func searchByTitle(_ arguments: ToolArguments) async throws -> JSON {
        let query = SearchClause.escape(arguments.requiredText("query"))
        let pages = SearchClause.pages(in: try scope.resolve(arguments.text("space")))
        return try await search("(\(pages)) and (title~\"\(query)\")", arguments)
    }

    func siteSearch(_ arguments: ToolArguments) async throws -> JSON {
        let query = SearchClause.escape(arguments.requiredText("query"))
        let pages = SearchClause.pages(in: try scope.resolve(arguments.text("space")))
        let answer = try await client.search(cql: "(\(pages)) and (siteSearch~\"\(query)\")", start: 0, limit: 10)
        let hits = try answer.get("results", otherwise: [])
        guard hits.isTruthy else { return .string("Unable to find anything using query \(query)") }
        var found: [JSON] = []
        for hit in try hits.elements() {
            let content = try hit.item("content")
            let excerpt = try hit.item("excerpt")
            found.append([
                "page_id": try content.item("id"), "page_title": try content.item("title"),
                "page_url": try content.item("_links", "self"), "preview": excerpt.isTruthy ? excerpt : "",
            ])
        }
        return .array(found)
    }

    func getPagesWithLabel(_ arguments: ToolArguments) async throws -> JSON {
        let pages = try await labelled(arguments)
        return .array(
            pages.map {
                ["page_id": $0.id, "page_title": $0.title, "page_url": .string($0.link), "content": .string($0.text)]
            })
    }

    func listPagesWithLabel(_ arguments: ToolArguments) async throws -> JSON {
        .array(try await labelled(arguments).map { ["id": $0.id, "title": $0.title] })
    }

    // MARK: Parts

    /// Searches part after part, until one is empty or brings nothing new, and reads the pages found.
    private func search(_ cql: String, _ arguments: ToolArguments) async throws -> JSON {
        let limit = configuration.limit
        var seen: Set<JSON> = []
        var found: [JSON] = []
        for part in 0..<((Self.maxPages + limit - 1) / limit) {
            let answer = try await client.search(cql: cql, start: part * limit, limit: limit)
            let hits = try answer.get("results", otherwise: [])
            guard hits.isTruthy else { break }
            var ids: [String] = []
            for hit in try hits.elements() {
                let id = try hit.item("content", "id")
                if seen.insert(id).inserted { ids.append(PythonText.str(id)) }
            }
            if ids.isEmpty { break }
            let pages = try await documents(ids, skipsImages: arguments.bool("skip_images"), dropsOthers: true)
            for page in pages {
                found.append([
                    "content": .string(page.text), "page_id": page.id, "page_title": page.title,
                    "page_url": .string(page.link),
                ])
            }
        }
        return found.isEmpty
            ? .string("Unable to find anything using query \(cql). Check space or query.") : .array(found)
    }

    private func labelled(_ arguments: ToolArguments) async throws -> [PageDocument] {
        let label = arguments.requiredText("label")
        let space = try scope.resolve(arguments.text("space"))
        let limit = configuration.limit
        var seen: Set<JSON> = []
        var found: [PageDocument] = []
        for part in 0..<((Self.maxPages + limit - 1) / limit + 1) where found.count < Self.maxPages {
            let pages = try await pages(label: label, space: space, start: part * limit)
            if pages.isEmpty { break }
            var ids: [String] = []
            for page in pages {
                guard case .object = page else { continue }
                let id = try page.item("id")
                if !id.isNull, seen.insert(id).inserted { ids.append(PythonText.str(id)) }
            }
            if ids.isEmpty { break }
            found += try await documents(ids, dropsOthers: true).filter { !$0.id.isNull }
        }
        return Array(found.prefix(Self.maxPages))
    }

    private func pages(label: String, space: String?, start: Int) async throws -> [JSON] {
        guard let space else {
            let pages = try await client.pages(label: label, start: start, limit: configuration.limit)
            return pages.isTruthy ? try pages.elements() : []
        }
        let cql = "type=page AND label=\"\(SearchClause.escape(label))\" AND space=\"\(SearchClause.escape(space))\""
        let answer = try await client.search(cql: cql, start: start, limit: configuration.limit)
        var pages: [JSON] = []
        for hit in try answer.get("results", otherwise: []).elements() {
            let content = try hit.get("content")
            if content.isTruthy { pages.append(content) }
        }
        return pages
    }
}
