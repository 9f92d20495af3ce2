/// A role on Cloud: a set of space permissions that is assigned as one.
public struct SpaceRoleDefinition: Sendable, Hashable, Codable {
    /// What people call the role, unique on its site without regard to case.
    public var name: String
    public var description: String
    public var operations: Set<SpaceOperation>

    public init(name: String, description: String = "", operations: Set<SpaceOperation>) {
        self.name = name
        self.description = description
        self.operations = operations
    }

    /// The roles that every Cloud site has, the weakest first.
    ///
    /// Names and purposes: support.atlassian.com, “What are Confluence's roles?”. Which permissions each has beyond its
    /// purpose is inferred.
    public static let standard: [SpaceRoleDefinition] = {
        let viewer: Set<SpaceOperation> = [.view, .createComment]
        let collaborator = viewer.union([.createPage, .createBlogPost, .createAttachment, .deleteOwn, .restrict])
        let manager = collaborator.union([
            .deletePage, .deleteBlogPost, .deleteComment, .deleteAttachment, .archivePage, .export,
        ])
        return [
            SpaceRoleDefinition(
                name: "Viewer", description: "Views and comments on content in the space.", operations: viewer),
            SpaceRoleDefinition(
                name: "Collaborator", description: "Adds and edits content in the space.", operations: collaborator),
            SpaceRoleDefinition(
                name: "Manager", description: "Manages people and content but not settings.", operations: manager),
            SpaceRoleDefinition(
                name: "Admin", description: "Manages everything in the space.",
                operations: Set(SpaceOperation.allCases)),
        ]
    }()
}

/// A role that somebody has in a space.
public struct RoleAssignment: Sendable, Hashable {
    /// ``SpaceRoleDefinition/name``
    public var role: String
    public var subject: Subject

    public init(_ role: String, _ subject: Subject) {
        self.role = role
        self.subject = subject
    }
}
