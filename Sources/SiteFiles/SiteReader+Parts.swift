import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads what hangs on pages and spaces: comments and properties.
extension SiteReader {
    /// The name of an account that the file has.
    func readUserName(_ node: DocumentNode?) throws(DocumentError) -> String? {
        guard let node else { return nil }
        let name = try node.text()
        guard userNames.contains(name) else { throw node.error(DocumentNode.unknown("user", name, among: userNames)) }
        return name
    }

    // MARK: Comments

    mutating func readComments(
        _ nodes: [DocumentNode], areReplies: Bool = false
    ) throws(DocumentError) -> [CommentDefinition] {
        var comments: [CommentDefinition] = []
        for node in nodes { comments.append(try readComment(node, isReply: areReplies)) }
        return comments
    }

    private mutating func readComment(_ node: DocumentNode, isReply: Bool) throws(DocumentError) -> CommentDefinition {
        let comment = try node.mapping(keys: [
            "id", "body", "author", "created", "about", "occurrence", "resolved", "replies",
        ])
        if isReply {
            for key in ["about", "occurrence", "resolved"] {
                guard let value = comment[key] else { continue }
                throw value.error("this belongs to the comment at the top of the thread, leave “\(key)” out")
            }
        }
        if comment["about"] == nil, let place = comment["occurrence"] {
            throw place.error("only an inline comment has a place in the text; say what it is “about”")
        }
        let id = try comment.integer("id")
        if let id { try claim(id, of: "comment", node) }
        var selection: CommentDefinition.Selection?
        if let text = try comment.text("about") {
            selection = CommentDefinition.Selection(
                text, occurrence: try comment["occurrence"]?.count(1...Int.max) ?? 1)
        }
        return CommentDefinition(
            id: id,
            body: try comment.required("body").text(),
            author: try readUserName(comment["author"]),
            createdAt: try comment["created"]?.instant(),
            selection: selection,
            isResolved: try comment.bool("resolved") ?? false,
            replies: try readComments(comment.list("replies"), areReplies: true))
    }

    // MARK: Custom content

    /// What apps keep on a page.
    mutating func readCustomContents(_ page: DocumentMapping) throws(DocumentError) -> [CustomContentDefinition] {
        guard let given = page["custom-content"] else { return [] }
        guard deployment == .cloud, try readKind(page) == .page else {
            throw given.error("only pages of Cloud have custom content here, leave “custom-content” out")
        }
        var contents: [CustomContentDefinition] = []
        for node in try given.list() { contents.append(try readCustomContent(node)) }
        return contents
    }

    private mutating func readCustomContent(_ node: DocumentNode) throws(DocumentError) -> CustomContentDefinition {
        let content = try node.mapping(keys: ["id", "type", "title", "body", "raw", "author", "created"])
        let type = try content.required("type")
        guard CustomContentDefinition.isType(try type.text()) else {
            throw type.error("an app's type is expected, such as ac:APP:MODULE or forge:APP:ENVIRONMENT:MODULE")
        }
        if content["body"] != nil, let raw = content["raw"] { throw raw.error("one of “body” and “raw” is expected") }
        let id = try content.integer("id")
        if let id { try claim(id, of: "custom content", node) }
        let (body, raw) = (try content.text("body"), try content.text("raw"))
        return CustomContentDefinition(
            id: id,
            type: try type.text(),
            title: try content.required("title").text(),
            body: raw ?? body ?? "",
            isRaw: raw != nil,
            author: try readUserName(content["author"]),
            createdAt: try content["created"]?.instant())
    }

    // MARK: Properties

    /// A mapping of keys to values of any kind.
    static func readProperties(_ holder: DocumentMapping) throws(DocumentError) -> [PropertyDefinition] {
        guard let properties = try holder["properties"]?.mapping() else { return [] }
        return properties.entries.map { entry in
            PropertyDefinition(entry.key, value: String(decoding: JSONWriter.compact(entry.value.json), as: UTF8.self))
        }
    }
}
