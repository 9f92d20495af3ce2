package import ConfluenceModel
import ConfluenceWire

/// What a site says that an account may do in a space.
///
/// Some list only what may be done to pages, and say nothing of the files and comments that hang on them.
package struct StatedOperations: Sendable, Hashable {
    package var allowed: Set<SpaceOperation>
    /// Whether any file or comment is told of.
    package var tellsOfParts: Bool

    private static let parts: Set<SpaceOperation> = [
        .createAttachment, .createComment, .deleteAttachment, .deleteComment,
    ]

    /// What may be allowed or not.
    ///
    /// Whoever may only read, or read and write, may well be kept from files and comments; whoever may even delete pages
    /// and is told of neither asks a site that does not tell.
    var untold: Set<SpaceOperation> {
        tellsOfParts || !allowed.isSuperset(of: [.createPage, .deletePage]) ? [] : Self.parts.subtracting(allowed)
    }

    /// What an account lacks of what it needs, as far as that was told.
    func missing(of needed: Set<SpaceOperation>) -> Set<SpaceOperation> {
        needed.subtracting(allowed).subtracting(untold)
    }
}

extension JSON {
    /// What an `operations` expansion allows, in the words of space permissions; `nil` where it says nothing.
    var statedOperations: StatedOperations? {
        guard let entries = arrayValue, !entries.isEmpty else { return nil }
        let parts: Set<String?> = ["attachment", "comment"]
        return StatedOperations(
            allowed: Set(entries.compactMap(\.spaceOperation)),
            tellsOfParts: entries.contains { parts.contains($0["targetType"]?.stringValue) })
    }

    private var spaceOperation: SpaceOperation? {
        switch (self["operation"]?.stringValue ?? "", self["targetType"]?.stringValue ?? "") {
        // One permission, “Add pages”, covers making pages and changing them.
        case ("create", "page"), ("update", "page"): .createPage
        case ("create", "comment"): .createComment
        case ("create", "attachment"): .createAttachment
        case ("delete", "page"): .deletePage
        case ("create", "blogpost"): .createBlogPost
        case ("delete", "blogpost"): .deleteBlogPost
        case ("delete", "comment"): .deleteComment
        case ("delete", "attachment"): .deleteAttachment
        case ("archive", "page"): .archivePage
        case ("restrict_content", _), ("restrict", _): .restrict
        case ("export", "space"): .export
        case ("administer", "space"): .administer
        case ("read", _), ("use", _): .view
        default: nil
        }
    }
}
