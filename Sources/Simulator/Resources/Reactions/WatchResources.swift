import ConfluenceModel
import ConfluenceStore

/// What was asked about who is told of changes, who likes what, and how often it was looked at.
enum ReactionAnswer: Sendable {
    case isWatching(Bool)
    /// Those who watch content, or a space.
    case watchers(Rows<AccountRecord>, of: WatchTarget, spaceKey: String)
    case likeCount(Int)
    case likers(Rows<AccountRecord>)
    /// The likes of content as the pages of browsers ask for them.
    case likes(ContentLikes)
    case views(of: Int64)
}

/// Who likes content, and the comments on it where they were asked for.
struct ContentLikes: Sendable {
    var content: ContentRecord
    var likers: [AccountRecord]
    var comments: [ContentLikes]?
}

/// Watching content, spaces and labels.
extension Resource {
    /// What a path says is watched.
    enum WatchPlace: Sendable {
        case content
        case space
        case label
    }

    static func isWatching(_ place: WatchPlace) -> Resource {
        .reading({ try watched(place, $0, $1).demand }) { grant, store, _ in
            let account = try watcher(grant, store)
            return .reactions(.isWatching(try store.watches(watched(place, grant.call, store).target, account)))
        }
    }

    static func watch(_ place: WatchPlace) -> Resource {
        changingWatch(place) { try $0.watch($1, $2) }
    }

    static func unwatch(_ place: WatchPlace) -> Resource {
        changingWatch(place) { try $0.unwatch($1, $2) }
    }

    private static func changingWatch(
        _ place: WatchPlace, _ change: @escaping @Sendable (StoreWriter, WatchTarget, AccountRecord) throws -> Void
    ) -> Resource {
        Resource(demand: { try watched(place, $0, $1).demand }) { grant, world in
            try world.change(by: grant) { writer, _ in
                let account = try watcher(grant, writer.reader)
                try change(writer, watched(place, grant.call, writer.reader).target, account)
            }
            return .done
        }
    }

    private static func watched(
        _ place: WatchPlace, _ call: Call, _ store: StoreReader
    ) throws -> (target: WatchTarget, demand: Demand) {
        switch place {
        case .content:
            let content = try store.content(call.contentID())
            return (.content(content.id), .view(content))
        case .space:
            let space = try store.space(key: call.place("key"), orRefuse: .spaceMissing)
            return (.space(space.id), .viewSpace(space))
        case .label:
            return (.label(call.place("label")), .nothing)
        }
    }

    /// The caller, or the account that the query names; only an administrator of the site watches for others.
    private static func watcher(_ grant: Grant, _ store: StoreReader) throws -> AccountRecord {
        guard let caller = grant.caller.account else {
            throw Refusal(.anonymous, because: "an anonymous caller watches nothing")
        }
        guard let named = try grant.call.dialect.people.account(store, named: { grant.call.item($0) }),
            named.id != caller.id
        else { return caller }
        guard caller.isSiteAdmin || grant.viewer.bypasses else {
            throw Refusal(.watchDenied, [.name: named.name], because: "\(caller.name) may not watch for \(named.name)")
        }
        return named
    }

    // MARK: Who watches

    static let contentWatchers = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return try watchers(of: .content(content.id), content.spaceKey, grant, store)
    }

    /// The watchers of the space in which content lies.
    static let watchersOfSpaceOfContent = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return try watchers(of: .space(content.spaceID), content.spaceKey, grant, store)
    }

    static let spaceWatchers = Resource.reading({ call, store in
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { grant, store, _ in
        let space = try grant.space
        return try watchers(of: .space(space.id), space.key, grant, store)
    }

    private static func watchers(
        of target: WatchTarget, _ spaceKey: String, _ grant: Grant, _ store: StoreReader
    ) throws -> Outcome {
        let paging = try grant.call.paging(limit: 200)
        let found = try store.watchers(of: target).dropFirst(paging.start).prefix(paging.limit + 1)
        return .reactions(.watchers(Rows(Array(found), paging: paging), of: target, spaceKey: spaceKey))
    }
}
