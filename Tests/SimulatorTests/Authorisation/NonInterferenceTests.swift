import ConfluenceModel
import ConfluenceStore
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

/// Compares a site with things that a reader can't see with the same site where there are no such things.
@Suite("What a reader can't see doesn't show")
struct NonInterferenceTests {
    /// Where Confluence itself tells, with its source.
    private struct Leak {
        var source: String
        var fits: @Sendable (Request, Response) -> Bool
    }

    private static let leaks: [Leak] = [
        // v2 answers a bare “Not Found” for what is hidden and names the id of what is missing.
        Leak(source: "mozilla/markfluence docs/confluence/api.md, measured") { request, answer in
            request.url.path.contains("/api/v2/") && answer.status == 404
        }
    ]

    @Test(
        "every reading endpoint answers as if what is hidden were not there",
        arguments: 1...2 as ClosedRange<UInt64>, RandomSite.deployments)
    func reading(seed: UInt64, kind: DeploymentKind) throws {
        for reader in ["ann", nil] as [String?] {
            let pair = try Self.pair(kind, seed: seed, reader)
            let questions = try Self.questions(pair.full, kind, seed)
            for question in questions {
                let (path, query) = question
                let full = try pair.full.site.ask(path, query: query, as: reader)
                let bare = try pair.bare.site.ask(path, query: query, as: reader)
                let request = try pair.full.site.request(path, query: query, as: reader)
                if Self.leaks.contains(where: { $0.fits(request, full) && $0.fits(request, bare) }) { continue }
                let comment: Comment =
                    "seed \(seed), \(kind), \(reader ?? "a visitor"): \(path)?\(QueryItem.serialize(query))"
                #expect(full.status == bare.status, comment)
                #expect(
                    full.headers.map { "\($0.name): \($0.value)" } == bare.headers.map { "\($0.name): \($0.value)" },
                    comment)
                if full.body != bare.body {
                    Issue.record("\(comment)\n  with what is hidden: \(full.text)\n  without: \(bare.text)")
                }
            }
        }
    }

    // MARK: Two sites

    /// A random site, and the same one without what the reader can't see.
    ///
    /// Hidden spaces come last in both, so that nothing else is numbered or dated otherwise; hidden content is purged.
    private static func pair(
        _ kind: DeploymentKind, seed: UInt64, _ reader: String?
    ) throws -> (full: RandomSite, bare: RandomSite) {
        let definition = RandomSite.definition(kind, seed: seed)
        let trial = try RandomSite(definition, seed: seed)
        func isHidden(_ space: SpaceDefinition) throws -> Bool {
            try !trial.site.simulator.contents.verdict(on: .view, of: reader, space: space.key).isGranted
        }
        var ordered = definition
        let hidden = try definition.spaces.filter(isHidden)
        let shown = try definition.spaces.filter { try !isHidden($0) }
        ordered.spaces = shown + hidden
        var without = definition
        without.spaces = shown
        let full = try RandomSite(ordered, seed: seed, postsBy: "ann")
        try labelForBen(full)
        let bare = try RandomSite(without, seed: seed, postsBy: "ann")
        for content in bare.contents.reversed() where content.kind != .page {
            try purgeIfHidden(content.id, reader, bare)
        }
        for content in bare.contents.reversed() where content.kind == .page {
            try purgeIfHidden(content.id, reader, bare)
        }
        return (full, bare)
    }

    /// Labels that are no reader's own are hidden from all of them, wherever they are.
    private static func labelForBen(_ random: RandomSite) throws {
        try random.site.simulator.inTurn { world in
            try world.administer { writer in
                let ben = try writer.reader.account(name: "ben")
                for content in random.contents where content.kind != .comment {
                    for name in [RandomSite.personalLabel, "label-1"] {
                        try writer.addLabel(prefix: "my", name: name, to: content.id, by: ben)
                    }
                }
                for space in Set(random.contents.map(\.spaceID)) {
                    try writer.addLabel(prefix: "my", name: RandomSite.personalLabel, toSpace: space, by: ben)
                }
            }
        }
    }

    private static func purgeIfHidden(_ id: Int64, _ reader: String?, _ random: RandomSite) throws {
        guard try !random.site.simulator.contents.verdict(on: .read, of: reader, content: id).isGranted else { return }
        try random.site.simulator.inTurn { world in
            try world.administer { writer in
                if try writer.reader.content(id: id) != nil { try writer.purge(id: id) }
            }
        }
    }

    // MARK: All that can be asked

    /// Every route of the dialect that reads, with every thing of the site in its places, and with what it can expand.
    private static func questions(
        _ random: RandomSite, _ kind: DeploymentKind, _ seed: UInt64
    ) throws -> [(path: String, query: [QueryItem])] {
        let some = random.sample(10, seed: seed)
        let routes = kind == .cloud ? Route.cloud : Route.dataCenter
        var questions: [(String, [QueryItem])] = []
        for route in routes where route.method == .get && route.zone == .confluence {
            for path in try paths(route.template.text, some) {
                for query in queries(route.template.text) { questions.append((path, query)) }
            }
        }
        return questions
    }

    private static func paths(_ template: String, _ contents: [ContentRecord]) throws -> [String] {
        var paths = [""]
        for part in template.split(separator: "/").map(String.init) {
            let values = part.hasPrefix("{") ? try self.values(of: part, template, contents) : [part]
            paths = paths.flatMap { path in values.map { "\(path)/\($0)" } }
        }
        return paths
    }

    private static func values(of place: String, _ template: String, _ contents: [ContentRecord]) throws -> [String] {
        let spaceIDs = Set(contents.map { String($0.spaceID) }).sorted()
        switch place {
        case "{id}" where template.contains("/spaces/"): return spaceIDs + ["7"]
        case "{id}" where template.contains("/space-roles/"): return ["7"]
        case "{id}" where template.contains("/longtask/"): return ["7"]
        case "{page-id}", "{blogpost-id}": return contents.map { String($0.id) } + ["7"]
        case "{number}": return ["1", "9"]
        case "{id}": return contents.map { String($0.id) } + spaceIDs.prefix(1) + ["7"]
        case "{key}": return ["S0", "S1", "S2", "NONE"]
        case "{type}": return ["page", "comment", "attachment"]
        case "{name}": return [RandomSite.attachmentName, "none.txt"]
        case "{attachment}": return contents.filter { $0.kind == .attachment }.map { "att\($0.id)" }
        case "{folder}": return contents.map { "pdfexport-20260101-010126-0900-\($0.id)" }
        case "{task}": return contents.map { PDFExport.task(of: $0.id) }
        case "{token}": return ["1"]
        case "{operation}": return ["read", "update"]
        case "{group}": return ["red"]
        case "{version}": return ["1"]
        case "{property-key}": return [RandomSite.propertyKey]
        case "{property}": return ["1"] + contents.map { String($0.id + 50_000) }.prefix(3)
        case "{label}": return ["1", "2", "9"]
        case "{template}", "{webhook}", "{conversion}": return ["1"]
        case "{theme}": return ["example:plain"]
        case "{relation}": return ["favourite"]
        case "{source}": return ["user"]
        case "{sourceKey}": return ["current"]
        case "{target}": return ["space", "content"]
        case "{targetKey}": return ["S0", "S2"] + contents.map { String($0.id) }
        case "{user}" where template.contains("/property") || template.contains("/aa-avatar/"): return ["712020:ann"]
        case "{user}": return [StableID.hexadecimal("user", "ann")]
        default:
            throw SiteActError(description: "say what may stand for \(place) of \(template)")
        }
    }

    private static func queries(_ template: String) -> [[QueryItem]] {
        let content = QueryItem(
            "expand",
            "body.storage,body.view,body.export_view,body.atlas_doc_format,space.homepage,space.operations,"
                + "history.lastUpdated,version,ancestors,container.space,operations,"
                + "restrictions,children.page,children.comment,children.attachment,descendants.page,descendants.comment,"
                + "metadata.labels,metadata.properties,childTypes.all,history.contributors,version.content.ancestors,"
                + "children.folder,content.container")
        if template.hasSuffix("/search") {
            let texts = [
                "type = page", "type in (page, blogpost, comment, attachment) order by title",
                "text ~ \"word\" order by id", "label = \"label-1\"", "space = S0", "space = S2", "space != S1",
                "ancestor = 1001", "parent = 2001", "id = 2002 or id = 3002", "creator = currentUser()",
                "title ~ \"page\" order by created desc", "siteSearch ~ \"page\" order by id",
                "type = \"\(RandomSite.customType)\" order by id", "label = \"my:\(RandomSite.personalLabel)\"",
                "text ~ \"\(RandomSite.personalLabel)\"", "space.category = \"\(RandomSite.personalLabel)\"",
            ]
            return texts.flatMap { text in
                [[QueryItem("cql", text)], [QueryItem("cql", text), QueryItem("limit", "1"), content]]
            }
        }
        let small = [QueryItem("limit", "1")]
        switch template {
        case "/rest/api/content":
            return [[], small, [content], [QueryItem("spaceKey", "S0"), QueryItem("title", "Page 1002")]]
                + [
                    [QueryItem("spaceKey", "S2"), QueryItem("title", "Page 3002"), content],
                    [QueryItem("status", "any")], [QueryItem("type", RandomSite.customType), content],
                    [QueryItem("expand", "space.permissions")],
                ]
                + [[QueryItem("type", "blogpost"), content]]
        case _ where template.hasSuffix("/custom-content"):
            let type = QueryItem("type", RandomSite.customType)
            return [[], [type], [type, QueryItem("limit", "1"), QueryItem("body-format", "storage")]]
        case "/rest/api/space":
            return [[], small]
                + ["label-1", RandomSite.personalLabel].flatMap { name in
                    [[QueryItem("contentLabel", name)], [QueryItem("label", name)]]
                }
        case "/rest/api/label":
            return ["label-1", "my:\(RandomSite.personalLabel)"].map { [QueryItem("name", $0)] }
        case "/api/v2/pages":
            return [
                [], small, [QueryItem("id", "1002,2002,3002")], [QueryItem("body-format", "storage")],
                [QueryItem("sort", "-title"), QueryItem("status", "archived,trashed")],
            ]
        case _ where template.hasPrefix("/rest/api/content/{id}/restriction"):
            return [[], [QueryItem("accountId", "712020:ann"), QueryItem("username", "ann")]]
        case "/exportword", "/spaces/flyingpdf/pdfpageexport.action":
            return [[]] + ["1002", "2001", "2002", "3001", "3002"].map { [QueryItem("pageId", $0)] }
        case "/rest/inlinecomments/1.0/comments":
            return [[]] + ["1002", "2001", "2002", "3001", "3002"].map { [QueryItem("containerId", $0)] }
        case _ where template.contains("/content/{id}"):
            return [[], small, [content]]
        case _ where template.hasPrefix("/api/v2/pages/"):
            let parts = [
                "labels", "properties", "operations", "versions", "likes", "direct-children", "collaborators",
                "favorited-by-current-user-status",
            ]
            return [
                [], small, parts.map { QueryItem("include-\($0)", "true") }, [QueryItem("body-format", "view")],
                [QueryItem("body-format", "atlas_doc_format")], [QueryItem("depth", "5"), QueryItem("limit", "3")],
            ]
        case "/api/v2/spaces/{id}", "/api/v2/blogposts/{id}", "/api/v2/footer-comments/{id}":
            let parts = ["labels", "properties", "operations", "permissions", "versions", "likes"]
            return [[], parts.map { QueryItem("include-\($0)", "true") }]
        default:
            let wholes = ["homepage,operations,description.plain,metadata.labels", "permissions"]
            return [[], small] + wholes.map { [QueryItem("expand", $0)] }
        }
    }
}
