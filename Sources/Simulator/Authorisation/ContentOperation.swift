import ConfluenceModel
import ConfluenceStore

/// What somebody may want to do with a page, blog post, comment or attachment.
package enum ContentOperation: String, Sendable, Hashable, CaseIterable {
    case read
    case update
    case label
    /// Moving to the trash, or what has no trash away.
    case delete
    /// Deleting for good what lies in the trash.
    case purge
    case comment
    case attach
    case restrict
    case move
    case copy
    case archive
    case export
}

extension ContentOperation {
    /// The space permission that it needs beyond viewing; `nil` needs none.
    func permission(on content: ContentRecord, isOwn: Bool) -> SpaceOperation? {
        switch self {
        case .read, .export: nil
        case .update, .label: content.kind.permissionToEdit(isOwn: isOwn)
        case .move, .copy: content.kind.permissionToCreate
        case .delete: content.kind.permissionToDelete
        // A draft has no trash to lie in, and is its author's alone.
        case .purge: content.status != .draft ? .administer : isOwn ? nil : content.kind.permissionToDelete
        case .comment: .createComment
        case .attach: .createAttachment
        case .restrict: .restrict
        case .archive: .archivePage
        }
    }

    /// Whether an edit restriction keeps people from it.
    var isEditing: Bool {
        switch self {
        case .read, .export, .comment, .copy: false
        case .update, .label, .delete, .purge, .attach, .restrict, .move, .archive: true
        }
    }

    /// Whether it leaves the site as it is.
    var isReading: Bool { self == .read || self == .export }

    /// Whether “delete own” is enough for what the caller has made.
    var isDeleting: Bool { self == .delete }

    /// Whether there is such a thing for content of a kind.
    func exists(for kind: ContentKind) -> Bool {
        switch self {
        case .read, .update, .delete, .purge: true
        case .label: kind != .comment
        case .comment: [.page, .blogpost, .attachment, .custom].contains(kind)
        case .attach: [.page, .blogpost, .custom].contains(kind)
        case .restrict, .copy: kind == .page || kind == .blogpost
        case .move: ContentKind.ofTree.contains(kind)
        case .archive: kind == .page
        case .export: kind == .page || kind == .blogpost
        }
    }

    /// How the journal says that somebody may do it.
    func words(_ name: String) -> String {
        switch self {
        case .read: "view \(name)"
        case .update: "edit \(name)"
        case .attach: "attach files to \(name)"
        case .comment: "comment on \(name)"
        case .restrict: "restrict \(name)"
        case .label, .delete, .purge, .move, .copy, .archive, .export: "\(rawValue) \(name)"
        }
    }

    /// The refusal of a caller who may view the content and not do this.
    var refusal: Refusal.Kind {
        switch self {
        case .read, .export: .contentMissing
        case .update, .archive: .editDenied
        case .move: .moveDenied
        case .label: .labelDenied
        case .delete, .purge: .deleteDenied
        case .comment, .copy: .createDenied
        case .attach: .attachDenied
        case .restrict: .restrictDenied
        }
    }
}

extension ContentKind {
    var permissionToCreate: SpaceOperation {
        switch self {
        // Which permission lets people add what an app keeps was published nowhere.
        case .page, .folder, .whiteboard, .database, .embed, .custom: .createPage
        case .blogpost: .createBlogPost
        case .comment: .createComment
        case .attachment: .createAttachment
        }
    }

    var permissionToDelete: SpaceOperation {
        switch self {
        case .page, .folder, .whiteboard, .database, .embed, .custom: .deletePage
        case .blogpost: .deleteBlogPost
        case .comment: .deleteComment
        case .attachment: .deleteAttachment
        }
    }

    /// People edit comments of their own; those of others are a matter of the space's administrators.
    func permissionToEdit(isOwn: Bool) -> SpaceOperation {
        self == .comment && !isOwn ? .administer : permissionToCreate
    }
}
