import Documents

/// Reads what a site must hold, as its administrator sees it.
enum EffectReader {
    static func read(_ node: DocumentNode) throws(DocumentError) -> SiteEffect {
        let fields = try node.mapping(keys: [
            "page", "space", "title", "exists", "labels", "body-contains", "body-lacks", "version", "parent",
        ])
        let exists = try fields.bool("exists") ?? true
        let reference: SiteEffect.PageReference
        var title: String?
        var naming = ["exists", "page"]
        if let page = fields["page"] {
            if let space = fields["space"] { throw space.error("a page that is named by its id needs no space") }
            reference = .id(String(try page.contentID()))
            title = try fields.text("title")
        } else {
            guard let space = try fields.text("space"), let title = try fields.text("title") else {
                throw node.error("name the page, by “page: ID” or by “space: KEY, title: TITLE”")
            }
            reference = .title(title, space: space)
            naming += ["space", "title"]
        }
        if !exists, let other = fields.entries.first(where: { !naming.contains($0.key) }) {
            throw other.value.error("nothing can be expected of a page that must not exist")
        }
        return SiteEffect(
            page: reference, exists: exists, title: title,
            labels: fields["labels"] == nil ? nil : try fields.texts("labels"),
            bodyContains: try ExpectationReader.texts(fields["body-contains"]),
            bodyLacks: try ExpectationReader.texts(fields["body-lacks"]),
            version: try fields.integer("version"), parent: try fields.text("parent")
        )
    }
}
