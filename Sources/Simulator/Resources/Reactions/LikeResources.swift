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

    static let likes = Resource.reading({ .view(try $1.content($0.contentID())) }) { grant, store, _ in
        let content = try grant.content
        return .reactions(.likes(try store.likers(of: content.id), of: content))
    }

    static let like = changingLike { writer, id, account, world in try writer.like(id, account, now: world.now) }
    static let unlike = changingLike { writer, id, account, _ in try writer.unlike(id, account) }

    private static func changingLike(
        _ change: @escaping @Sendable (StoreWriter, Int64, AccountRecord, World) throws -> Void
    ) -> Resource {
        Resource(demand: { .view(try $1.content($0.contentID())) }) { grant, world in
            let content = try grant.content
            return try world.change(by: grant) { writer, author in
                try change(writer, content.id, author, world)
                return .reactions(.likes(try writer.reader.likers(of: content.id), of: content))
            }
        }
    }

    // MARK: Views

    static let views = Resource.reading({ .view(try $1.content($0.contentID())) }) { grant, _, _ in
        .reactions(.views(of: try grant.content.id))
    }
}
