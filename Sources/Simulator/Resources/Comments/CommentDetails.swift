import ConfluenceModel
import ConfluenceStore

/// What a comment shows beyond other content.
struct CommentDetails: Sendable {
    var facts: CommentFacts
    /// The kind of what is commented on; its id is the comment's parent.
    var containerKind: ContentKind
}

extension ContentLoader {
    /// `nil` for content that is no comment.
    func comment(_ record: ContentRecord) throws -> CommentDetails? {
        guard record.kind == .comment, let facts = try store.commentFacts(of: record.id) else { return nil }
        let container = try record.parentID.flatMap { try store.content(id: $0) }
        return CommentDetails(facts: facts, containerKind: container?.kind ?? .page)
    }

    /// The comments at the top of the threads on content, or those that answer a comment.
    func comments(below record: ContentRecord, _ expansion: Expansion, limit: Int) throws -> [ContentDetails] {
        var filter = CommentFilter(containerID: record.id, place: .top)
        if record.kind == .comment { filter = CommentFilter(place: .below(record.id)) }
        return try store.comments(filter, visibleTo: viewer, limit: limit).map { try load($0, expansion) }
    }
}
