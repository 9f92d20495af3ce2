import ConfluenceModel
import ConfluenceStore

/// Who likes what, and how often it was looked at.
extension Resource {
    static func likeCount(of kinds: [ContentKind]) -> Resource {
        .reading({ try .view($1.content($0.numericID(), of: kinds)) }) { grant, store, _ in
            .reactions(.likeCount(try store.likers(of: grant.content.id).count))
        }
    }

    static func likers(of kinds: [ContentKind]) -> Resource {
        .reading({ try .view($1.content($0.numericID(), of: kinds)) }) { grant, store, _ in
            let paging = try grant.call.paging(most: 250)
            let found = try store.likers(of: grant.content.id).dropFirst(paging.start).prefix(paging.limit + 1)
            return .reactions(.likers(Rows(Array(found), paging: paging)))
        }
    }

    // MARK: As pages of browsers do it

    /// With `commentLikes` those of the comments of a page come with it.
    static let likes = Resource.reading({ .view(try $1.content($0.contentID())) }) { grant, store, _ in
        let content = try grant.content
        var likes = ContentLikes(content: content, likers: try store.likers(of: content.id))
        if let most = try grant.call.number("max") { likes.likers = Array(likes.likers.prefix(max(most, 0))) }
        if grant.call.flag("commentLikes") {
            let filter = CommentFilter(containerID: content.id)
            likes.comments = try store.comments(filter, visibleTo: grant.viewer, limit: .max).map {
                ContentLikes(content: $0, likers: try store.likers(of: $0.id))
            }.filter { !$0.likers.isEmpty }
        }
        return .reactions(.likes(likes))
    }

    /// Who likes it already can't do so again. Observed: two clients of Data Center take 400 as that (one of them is
    /// congruence); its words are inferred.
    static let like = changingLike { writer, id, account, world in
        guard try !writer.reader.likers(of: id).contains(where: { $0.id == account.id }) else {
            throw RestrictionDraft.invalid("The content is already liked by this user.")
        }
        try writer.like(id, account, now: world.now)
    }
    static let unlike = changingLike { writer, id, account, _ in try writer.unlike(id, account) }

    private static func changingLike(
        _ change: @escaping @Sendable (StoreWriter, Int64, AccountRecord, World) throws -> Void
    ) -> Resource {
        Resource(demand: { .view(try $1.content($0.contentID())) }) { grant, world in
            let content = try grant.content
            return try world.change(by: grant) { writer, author in
                try change(writer, content.id, author, world)
                return .reactions(
                    .likes(ContentLikes(content: content, likers: try writer.reader.likers(of: content.id))))
            }
        }
    }

    // MARK: Views

    static let views = Resource.reading({ .view(try $1.content($0.contentID())) }) { grant, _, _ in
        .reactions(.views(of: try grant.content.id))
    }
}
