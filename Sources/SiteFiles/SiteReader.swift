import ConfluenceModel
import Documents
import Foundation

/// Reads the accounts and spaces of a site file, and holds names against each other.
struct SiteReader {
    var userNames: [String] = []
    var roleNames: [String] = []
    var deployment = DeploymentKind.cloud
    private var contentIDs: Set<Int64> = []

    // MARK: Accounts

    mutating func readUsers(_ file: DocumentMapping) throws(DocumentError) -> [UserDefinition] {
        var users: [UserDefinition] = []
        for node in try file.list("users") {
            let user = try readUser(node)
            if userNames.contains(user.name) { throw node.error("the user “\(user.name)” is given twice") }
            userNames.append(user.name)
            users.append(user)
        }
        return users
    }

    private func readUser(_ node: DocumentNode) throws(DocumentError) -> UserDefinition {
        let user = try node.mapping(keys: [
            "name", "display-name", "email", "account-id", "user-key", "kind", "active", "licensed", "site-admin",
            "groups", "time-zone", "password", "tokens",
        ])
        let name = try user.required("name").text()
        var tokens: [TokenDefinition] = []
        for token in try user.list("tokens") { tokens.append(try readToken(token)) }
        let kind = try user["kind"]?.word(AccountKind.self) ?? .person
        if kind == .app, let password = user["password"] {
            throw password.error("an app has no password, leave it out")
        }
        var timeZone: String?
        if let node = user["time-zone"] { timeZone = try readTimeZone(node) }
        return UserDefinition(
            name: name,
            displayName: try user.text("display-name") ?? name,
            email: try user.text("email") ?? "\(name)@example.invalid",
            accountID: try user.text("account-id") ?? "712020:" + StableID.uuid("account", name),
            userKey: try user.text("user-key") ?? StableID.hexadecimal("user", name),
            kind: kind,
            isActive: try user.bool("active") ?? true,
            isLicensed: try user.bool("licensed") ?? true,
            isSiteAdmin: try user.bool("site-admin") ?? false,
            groups: try user.texts("groups"),
            timeZone: timeZone,
            password: try user.text("password"),
            tokens: tokens
        )
    }

    private func readTimeZone(_ node: DocumentNode) throws(DocumentError) -> String {
        let name = try node.text()
        guard TimeZone(identifier: name) != nil else {
            throw node.error("there is no time zone “\(name)”, they have names such as Europe/Berlin and UTC")
        }
        return name
    }

    private enum TokenState: String, CaseIterable {
        case active
        case revoked
    }

    private func readToken(_ node: DocumentNode) throws(DocumentError) -> TokenDefinition {
        let token = try node.mapping(keys: ["name", "kind", "value", "state", "expires", "scopes"])
        var state = TokenDefinition.State.active
        if try token["state"]?.word(TokenState.self) == .revoked { state = .revoked }
        if let expires = token["expires"] {
            if state == .revoked { throw expires.error("a token is either revoked or expires, leave one of them out") }
            state = .expires(try expires.instant())
        }
        return TokenDefinition(
            name: try token.required("name").text(),
            kind: try token.required("kind").word(TokenDefinition.Kind.self),
            value: try token.required("value").text(),
            state: state,
            scopes: try token.texts("scopes")
        )
    }

    // MARK: Spaces

    mutating func readSpaces(_ file: DocumentMapping) throws(DocumentError) -> [SpaceDefinition] {
        var spaces: [SpaceDefinition] = []
        for node in try file.list("spaces") {
            let space = try readSpace(node)
            if spaces.contains(where: { $0.key == space.key }) {
                throw node.error("the space key “\(space.key)” is given twice")
            }
            spaces.append(space)
        }
        return spaces
    }

    private mutating func readSpace(_ node: DocumentNode) throws(DocumentError) -> SpaceDefinition {
        let space = try node.mapping(keys: [
            "key", "name", "description", "kind", "archived", "permissions", "roles", "pages", "templates", "labels",
            "properties",
        ])
        let key = try space.required("key").text()
        var grants: [SpaceGrant] = []
        for grant in try space.list("permissions") { grants.append(try readGrant(grant)) }
        let roles = try readAssignments(space.list("roles"), beside: grants)
        var titles: Set<String> = []
        var definition = SpaceDefinition(
            key: key,
            name: try space.text("name") ?? key,
            description: try space.text("description") ?? "",
            kind: try space["kind"]?.word(SpaceDefinition.Kind.self) ?? .global,
            isArchived: try space.bool("archived") ?? false,
            permissions: grants,
            roles: roles,
            pages: try readPages(space.list("pages"), titles: &titles)
        )
        definition.templates = try Self.readTemplates(space.list("templates"))
        definition.labels = try space.texts("labels")
        definition.properties = try Self.readProperties(space)
        return definition
    }

    // MARK: Templates

    static func readTemplates(_ nodes: [DocumentNode]) throws(DocumentError) -> [TemplateDefinition] {
        var templates: [TemplateDefinition] = []
        for node in nodes {
            let template = try node.mapping(keys: ["name", "description", "body", "labels"])
            templates.append(
                TemplateDefinition(
                    name: try template.required("name").text(),
                    description: try template.text("description") ?? "",
                    body: try template.text("body") ?? "",
                    labels: try template.texts("labels")))
        }
        return templates
    }

    // MARK: Pages

    private mutating func readPages(
        _ nodes: [DocumentNode],
        titles: inout Set<String>
    ) throws(DocumentError) -> [PageDefinition] {
        var pages: [PageDefinition] = []
        for node in nodes { pages.append(try readPage(node, titles: &titles)) }
        return pages
    }

    private mutating func readPage(
        _ node: DocumentNode,
        titles: inout Set<String>
    ) throws(DocumentError) -> PageDefinition {
        let page = try node.mapping(keys: [
            "id", "kind", "title", "body", "labels", "viewers", "editors", "attachments", "status", "creator",
            "children", "comments", "custom-content", "properties",
        ])
        let title = try page.required("title").text()
        let kind = try readKind(page)
        // Only pages are told apart by their titles.
        guard kind != .page || titles.insert(title.lowercased()).inserted else {
            throw node.error("the title “\(title)” is given twice in this space")
        }
        let id = try page.integer("id")
        if let id { try claim(id, of: "page", node) }
        var attachments: [AttachmentDefinition] = []
        for attachment in try page.list("attachments") { attachments.append(try readAttachment(attachment)) }
        var definition = PageDefinition(
            id: id,
            kind: kind,
            title: title,
            body: try page.text("body") ?? "",
            labels: try page.texts("labels"),
            viewers: try readSubjects(page.list("viewers")),
            editors: try readSubjects(page.list("editors")),
            attachments: attachments,
            status: try page["status"]?.word(ContentStatus.self) ?? .current,
            creator: try readUserName(page["creator"]),
            children: try readPages(page.list("children"), titles: &titles)
        )
        definition.properties = try Self.readProperties(page)
        if kind != .page, let comments = page["comments"] {
            throw comments.error("only pages have comments here, a \(kind.rawValue) has none")
        }
        definition.comments = try readComments(page.list("comments"))
        definition.customContents = try readCustomContents(page)
        return definition
    }

    /// Notes the number of a page or a comment, which nothing else has.
    mutating func claim(_ id: Int64, of kind: String, _ node: DocumentNode) throws(DocumentError) {
        guard contentIDs.insert(id).inserted else { throw node.error("the \(kind) id \(id) is given twice") }
    }

    func readKind(_ page: DocumentMapping) throws(DocumentError) -> PageDefinition.Kind {
        guard let node = page["kind"] else { return .page }
        let kind = try node.word(PageDefinition.Kind.self)
        guard kind == .page || deployment == .cloud else {
            throw node.error("Data Center has pages alone in its trees, no \(kind.rawValue)")
        }
        return kind
    }

    private func readAttachment(_ node: DocumentNode) throws(DocumentError) -> AttachmentDefinition {
        let attachment = try node.mapping(keys: ["name", "media-type", "text", "base64", "file", "comment"])
        var content = Array((try attachment.text("text") ?? "").utf8)
        let ways = ["text", "base64", "file"].compactMap { attachment[$0] }
        if ways.count > 1 { throw ways[1].error("one of “text”, “base64” and “file” is expected") }
        if let node = attachment["base64"] { content = try AttachedBytes.decode(node) }
        if let node = attachment["file"] { content = try AttachedBytes.read(node) }
        return AttachmentDefinition(
            name: try attachment.required("name").text(),
            mediaType: try attachment.text("media-type") ?? "application/octet-stream",
            content: content,
            comment: try attachment.text("comment") ?? ""
        )
    }
}
