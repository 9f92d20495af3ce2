/// What the toolkit, its client and the doctor read of a site's answers: a change there is felt by those who use them.
package enum ToolkitReads {
    /// Whether the toolkit calls an endpoint, such as `GET /rest/api/content/{id}`.
    package static func calls(_ endpoint: String) -> Bool { paths[endpoint] != nil }

    /// Whether the toolkit reads the place, something inside it, or something of which it is a part.
    package static func read(_ path: String, of endpoint: String) -> Bool {
        guard let known = paths[endpoint] else { return false }
        let steps = ShapeText.steps(of: path)
        return known.contains { $0.starts(with: steps) }
    }

    /// What the client and the doctor read of refusals.
    package static func readOfRefusal(_ path: String) -> Bool {
        let steps = ShapeText.steps(of: path)
        return [["message"], ["error"], ["errors", "*", "title"], ["errorMessages", "*"]].contains {
            $0.starts(with: steps)
        }
    }

    /// The headers that the client goes by.
    package static let headers: Set<String> = [
        "Content-Type", "Location", "Retry-After", "X-Seraph-LoginReason", "X-Authentication-Denied-Reason",
    ]

    private static let paths: [String: [[String]]] = {
        var paths: [String: [[String]]] = [:]
        var shared: [String: [String]] = [:]
        for line in table.split(separator: "\n") {
            let sides = line.split(separator: ":", maxSplits: 1).map(String.init)
            let words = (sides.count > 1 ? sides[1] : "").split(separator: " ").map(String.init)
            if sides[0].hasPrefix("@") {
                shared[sides[0]] = words
                continue
            }
            // `@page` stands for all that is read of a page, and `results[*]@page` of each page in a list.
            paths[sides[0], default: []] += words.flatMap { word -> [[String]] in
                guard let mark = word.firstIndex(of: "@") else { return [ShapeText.steps(of: word)] }
                let lead = ShapeText.steps(of: String(word[..<mark]))
                return (shared[String(word[mark...])] ?? []).map { lead + ShapeText.steps(of: $0) }
            }
            // A client looks whether an answer is an object or a list before it reads anything of it.
            paths[sides[0], default: []].append([])
        }
        return paths
    }()

    /// From the calls of `ConfluenceClient` and `ConfluenceToolkit`, which read what elitea-sdk 0.11.27 and
    /// atlassian-python-api 4.0.7 read, and from the doctor's probes; each line is an endpoint and the places read.
    private static let table = """
        @page:id title status type body.storage.value body.view.value version.number version.by.displayName space.key \
        space.id _links.webui _links.base _links.edit metadata.labels.results[*].name operations[*].operation \
        operations[*].targetType restrictions.update.restrictions.user.results restrictions.update.restrictions.group.results
        @attachment:id title metadata.mediaType metadata.comment metadata.labels.results[*].name extensions.fileSize \
        extensions.fileId _links.download history.createdBy.displayName
        GET /rest/api/content/{id}:@page
        POST /rest/api/content:@page
        PUT /rest/api/content/{id}:@page
        DELETE /rest/api/content/{id}:
        GET /rest/api/content:results[*]@page size _links.next _links.base
        GET /rest/api/content/{id}/history:lastUpdated.number lastUpdated.when createdBy.displayName createdDate
        GET /rest/api/content/{id}/child/page:results[*].id results[*].title size
        GET /rest/api/content/{id}/child/comment:results[*].id results[*].body.view.value results[*].version.by.displayName
        GET /rest/api/content/{id}/child/attachment:results[*]@attachment size _links.next _links.base
        POST /rest/api/content/{id}/child/attachment:id title results[*].id results[*].title
        POST /rest/api/content/{id}/child/attachment/{id}/data:id title
        GET /rest/api/content/{id}/restriction/byOperation:read.restrictions.user.results read.restrictions.group.results
        GET /rest/api/content/{id}/label:results[*].name size
        POST /rest/api/content/{id}/label:
        DELETE /rest/api/content/{id}/label:
        GET /rest/api/content/search:results[*]@page size _links.next
        GET /rest/api/search:results[*].content.id results[*].content.title results[*].content._links.self \
        results[*].content._links.webui results[*].content.space.key results[*].excerpt results[*].url _links.base totalSize size
        GET /rest/api/space/{key}:id key name status homepage.id _links.base operations[*].operation operations[*].targetType
        GET /rest/api/space:results[*].key results[*].name _links.next
        GET /rest/api/user/current:accountId username userKey displayName type operations[*].operation
        GET /rest/api/user/memberof:results[*].name
        GET /rest/api/accessmode:
        GET /rest/applinks/1.0/manifest:typeId version
        GET /_edge/tenant_info:cloudId
        GET /download/attachments/{id}/{name}:
        GET /api/v2/pages/{id}:id title status spaceId parentId authorId version.number version.authorId body.storage.value \
        body.atlas_doc_format.value _links.webui _links.base
        GET /api/v2/blogposts/{id}:id title body.atlas_doc_format.value
        POST /api/v2/pages:id title spaceId authorId version.number version.authorId version.createdAt _links.webui \
        _links.editui _links.base
        GET /api/v2/spaces:results[*].id results[*].key results[*].name _links.next
        GET /api/v2/spaces/{id}/operations:operations[*].operation operations[*].targetType
        """
}
