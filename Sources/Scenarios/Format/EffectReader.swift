import ConfluenceModel
import Documents

/// Reads what a site must hold, as its administrator sees it.
enum EffectReader {
    static let pageKeys = [
        "page", "space", "title", "exists", "labels", "body-contains", "body-lacks", "body-equals", "version", "parent",
        "status", "attachments", "comments", "children", "restricted",
    ]
    private static let searchKeys = ["cql", "count", "titles"]
    private static let spaceKeys = ["space", "exists", "pages"]

    static func read(_ node: DocumentNode) throws(DocumentError) -> SiteEffect {
        let all = (pageKeys + searchKeys + spaceKeys).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let fields = try node.mapping(keys: all)
        if fields["cql"] != nil { return .search(try search(node)) }
        if fields["page"] == nil, fields["title"] == nil, fields["space"] != nil { return .space(try space(node)) }
        return .page(try page(node))
    }

    private static func search(_ node: DocumentNode) throws(DocumentError) -> SiteEffect.SearchEffect {
        let fields = try node.mapping(keys: searchKeys)
        var effect = SiteEffect.SearchEffect(cql: try fields.required("cql").text())
        effect.count = try fields["count"]?.countBounds()
        effect.titles = try names("titles", fields)
        guard effect.count != nil || effect.titles != nil else {
            throw node.error("what the query must find is missing: “count” or “titles”")
        }
        return effect
    }

    private static func space(_ node: DocumentNode) throws(DocumentError) -> SiteEffect.SpaceEffect {
        let fields = try node.mapping(keys: spaceKeys)
        var effect = SiteEffect.SpaceEffect(key: try fields.required("space").text())
        effect.exists = try fields.bool("exists") ?? true
        effect.pages = try fields["pages"]?.countBounds()
        if !effect.exists, let pages = fields["pages"] {
            throw pages.error("nothing can be expected of a space that must not exist")
        }
        return effect
    }

    private static func page(_ node: DocumentNode) throws(DocumentError) -> SiteEffect.PageEffect {
        let fields = try node.mapping(keys: pageKeys)
        var effect = SiteEffect.PageEffect(page: try reference(node, fields))
        effect.exists = try fields.bool("exists") ?? true
        if case .id = effect.page { effect.title = try fields.text("title") }
        effect.labels = try names("labels", fields)
        effect.bodyContains = try ExpectationReader.texts(fields["body-contains"])
        effect.bodyLacks = try ExpectationReader.texts(fields["body-lacks"])
        effect.bodyEquals = try fields.text("body-equals")
        effect.version = try fields["version"]?.countBounds()
        effect.parent = try fields.text("parent")
        effect.status = try fields["status"]?.word(ContentStatus.self)
        effect.attachments = try names("attachments", fields)
        effect.comments = try fields["comments"]?.countBounds()
        effect.children = try names("children", fields)
        effect.isRestricted = try fields.bool("restricted")
        guard !effect.exists else { return effect }
        var naming = ["exists", "page"]
        if case .title = effect.page { naming += ["space", "title"] }
        if let other = fields.entries.first(where: { !naming.contains($0.key) }) {
            throw other.value.error("nothing can be expected of a page that must not exist")
        }
        return effect
    }

    private static func reference(
        _ node: DocumentNode, _ fields: DocumentMapping
    ) throws(DocumentError) -> SiteEffect.PageReference {
        if let page = fields["page"] {
            if let space = fields["space"] { throw space.error("a page that is named by its id needs no space") }
            return .id(try page.contentID())
        }
        guard let space = try fields.text("space"), let title = try fields.text("title") else {
            throw node.error("name the page, by “page: ID” or by “space: KEY, title: TITLE”")
        }
        return .title(title, space: space)
    }

    /// A list of all names; an absent key asks for nothing.
    private static func names(_ key: String, _ fields: DocumentMapping) throws(DocumentError) -> [String]? {
        fields[key] == nil ? nil : try fields.texts(key)
    }
}
