import ConfluenceStore

/// A template as it is shown, with its space and, for a blueprint's, where it comes from.
struct TemplateDetails: Sendable {
    var record: TemplateRecord
    var space: SpaceRecord?
    var blueprint: Blueprint?
    /// Whether the body was asked for.
    var showsBody: Bool
}

/// A blueprint that every site has: a template that comes with the product.
struct Blueprint: Sendable, Hashable {
    var moduleKey: String
    var name: String
    var description: String
    var body: String

    static let pluginKey = "com.atlassian.confluence.plugins.confluence-business-blueprints"

    /// Its template is known by a text instead of a number.
    var templateID: String { "\(Self.pluginKey):\(moduleKey)-page" }

    /// Three of those that come with Confluence; the wording of their bodies is not the product's.
    static let all = [
        Blueprint(
            moduleKey: "decisions-blueprint", name: "Decision",
            description: "Record important project decisions and communicate them with your team.",
            body:
                "<table><tbody><tr><th>Status</th><td /></tr><tr><th>Outcome</th><td /></tr></tbody></table><h2>Background</h2><p />"
        ),
        Blueprint(
            moduleKey: "file-list-blueprint", name: "File list",
            description: "Upload, preview and share files with your team.",
            body: "<ac:structured-macro ac:name=\"attachments\" ac:schema-version=\"1\" />"),
        Blueprint(
            moduleKey: "meeting-notes-blueprint", name: "Meeting notes",
            description: "Plan your meetings and share notes and actions with your team.",
            body: "<h2>Date</h2><p /><h2>Participants</h2><ul><li /></ul><h2>Goals</h2><ul><li /></ul>"),
    ]
}

/// What the routes of templates answer.
enum TemplateAnswer: Sendable {
    case one(TemplateDetails)
    case list(Rows<TemplateDetails>)
}
