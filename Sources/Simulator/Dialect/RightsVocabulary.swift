import ConfluenceModel
import ConfluenceStore

/// How a dialect names what may be done: an operation and what it is done to, such as `create` and `comment`.
struct OperationName: Sendable, Hashable {
    var key: String
    var target: String
}

/// The names of rights in a dialect's answers and requests.
///
/// Sources: the enumerations of the API descriptions (Cloud v1 `SpacePermissionRequest`, v2 `SpacePermissionAssignment`,
/// Data Center 10 `permissions/user/{userKey}/grant`). Which operations a site lists for content is inferred.
struct RightsVocabulary: Sendable {
    private let contentNames: [(operation: ContentOperation, key: String, target: String?)]
    private let spaceNames: [(operation: SpaceOperation, name: OperationName)]

    /// What is listed for content where its `operations` are asked for, of all that the caller may do.
    func names(_ allowed: Set<ContentOperation>, on kind: ContentKind) -> [OperationName] {
        contentNames.filter { allowed.contains($0.operation) }.map {
            OperationName(key: $0.key, target: $0.target ?? kind.rawValue)
        }
    }

    /// The same for a space; deleting what is one's own is a permission, and nothing to do to the space.
    func names(_ allowed: Set<SpaceOperation>) -> [OperationName] {
        spaceNames.filter { allowed.contains($0.operation) && $0.operation != .deleteOwn }.map(\.name)
    }

    /// The name of a permission in tables of permissions; `nil` for one that the dialect has not.
    func name(of operation: SpaceOperation) -> OperationName? {
        spaceNames.first { $0.operation == operation }?.name
    }

    func operation(named name: OperationName) -> SpaceOperation? {
        spaceNames.first { $0.name == name }?.operation
    }

    private static let everywhere: [(SpaceOperation, OperationName)] = [
        (.view, OperationName(key: "read", target: "space")),
        (.createPage, OperationName(key: "create", target: "page")),
        (.createBlogPost, OperationName(key: "create", target: "blogpost")),
        (.createComment, OperationName(key: "create", target: "comment")),
        (.createAttachment, OperationName(key: "create", target: "attachment")),
        (.deletePage, OperationName(key: "delete", target: "page")),
        (.deleteBlogPost, OperationName(key: "delete", target: "blogpost")),
        (.deleteComment, OperationName(key: "delete", target: "comment")),
        (.deleteAttachment, OperationName(key: "delete", target: "attachment")),
        (.export, OperationName(key: "export", target: "space")),
        (.administer, OperationName(key: "administer", target: "space")),
    ]

    static let cloud = RightsVocabulary(
        contentNames: [
            (.read, "read", nil), (.update, "update", nil), (.delete, "delete", nil), (.copy, "copy", nil),
            (.move, "move", nil), (.export, "export", nil), (.archive, "archive", nil),
            (.restrict, "restrict_content", nil), (.purge, "purge", nil), (.comment, "create", "comment"),
            (.attach, "create", "attachment"),
        ],
        spaceNames: everywhere + [
            (.deleteOwn, OperationName(key: "delete", target: "space")),
            (.archivePage, OperationName(key: "archive", target: "page")),
            (.restrict, OperationName(key: "restrict_content", target: "space")),
        ])

    static let dataCenter = RightsVocabulary(
        contentNames: [
            (.read, "read", nil), (.update, "update", nil), (.delete, "delete", nil), (.comment, "create", "comment"),
            (.attach, "create", "attachment"),
        ],
        spaceNames: everywhere + [
            (.deleteOwn, OperationName(key: "delete_own", target: "space")),
            (.restrict, OperationName(key: "restrict", target: "space")),
        ])
}
