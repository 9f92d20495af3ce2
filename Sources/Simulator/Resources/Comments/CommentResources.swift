import ConfluenceModel
import ConfluenceStore

/// What was asked about comments in v2.
enum CommentAnswer: Sendable {
    case list(Rows<ContentDetails>)
    case one(ContentDetails, isNew: Bool = false)
}

/// Reading comments: of a page, of a thread, one by one.
extension Resource {
    /// v1's list, by place and depth.
    static let childComments = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let content = try grant.content
        let paging = try call.paging()
        let isDeep = call.item("depth") == "all"
        var filter = CommentFilter(containerID: content.id, place: isDeep ? nil : .top)
        if content.kind == .comment { filter = CommentFilter(place: .below(content.id)) }
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        var found = try store.comments(filter, visibleTo: grant.viewer, limit: 10_000)
        if let places = call.items("location") {
            let wanted = Set(places.compactMap(CommentPlace.init(rawValue:)))
            found = try found.filter { try wanted.contains(CommentPlace(of: $0, store)) }
        }
        let rows = found.dropFirst(paging.start).prefix(paging.limit + 1)
        return .contents(Rows(try rows.map { try loader.load($0, expansion) }, paging: paging))
    }

    // MARK: v2

    /// The tops of the threads on content of these kinds.
    static func comments(on kinds: [ContentKind], isInline: Bool) -> Resource {
        .reading({ call, store in .view(try store.content(call.contentID(), of: kinds)) }) { grant, store, _ in
            let call = grant.call
            // A comment that is no longer current is gone, so that no other status has any.
            let statuses = try call.chosenStatuses(among: Set(ContentStatus.allCases), standard: [.current])
            guard statuses.contains(.current) else {
                return .comments(.list(Rows([], paging: try call.paging(most: 250))))
            }
            let filter = CommentFilter(containerID: try grant.content.id, place: .top, isInline: isInline)
            return try commentList(filter, grant, store)
        }
    }

    /// All comments of the site that the caller may see.
    static func comments(isInline: Bool) -> Resource {
        .reading({ _, _ in .list }) { grant, store, _ in
            try commentList(CommentFilter(isInline: isInline), grant, store)
        }
    }

    static func replies(isInline: Bool) -> Resource {
        .reading({ call, store in .view(try store.comment(call, isInline: isInline)) }) { grant, store, _ in
            try commentList(CommentFilter(place: .below(grant.content.id)), grant, store)
        }
    }

    static func comment(isInline: Bool) -> Resource {
        .reading({ call, store in .view(try store.comment(call, isInline: isInline)) }) { grant, store, _ in
            let call = grant.call
            let comment = try grant.content
            let record = try call.versionNumber().map { try store.content(comment, orMissingVersion: $0) } ?? comment
            let format = try call.bodyFormat(among: singleForms)
            return .comments(
                .one(
                    try ContentLoader(grant, store).load(
                        record, inclusions(call, format, for: .comment),
                        isHistorical: record.version.number != comment.version.number)))
        }
    }

    private static func commentList(
        _ filter: CommentFilter, _ grant: Grant, _ store: StoreReader
    ) throws -> Outcome {
        let call = grant.call
        var filter = filter
        filter.resolutions = call.items("resolution-status").map {
            Set($0.compactMap(CommentResolution.Status.init(rawValue:)))
        }
        filter.order = call.item("sort").flatMap(CommentFilter.Order.init(rawValue:)) ?? .created
        let paging = try call.paging(by: filter.order.content)
        filter.behind = paging.behind
        let loader = ContentLoader(grant, store)
        let found = try store.comments(
            filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        let expansion = Expansion(try call.bodyFormat(among: listForms).map { ["body.\($0.rawValue)"] } ?? [])
        return .comments(.list(try store.rows(found, paging) { try loader.load($0, expansion) }))
    }
}

/// Where v1 says that a comment stands.
enum CommentPlace: String, Sendable, Hashable {
    case footer
    case inline
    /// Inline comments that are settled, or whose text is gone.
    case resolved

    init(of comment: ContentRecord, _ store: StoreReader) throws {
        guard let facts = try store.commentFacts(of: comment.id), facts.isInline else {
            self = .footer
            return
        }
        // What answers a comment goes with the top of its thread.
        let top = try store.thread(above: comment.id).first ?? comment
        let status = try store.commentFacts(of: top.id)?.resolution.status ?? .open
        self = status == .resolved || status == .dangling ? .resolved : .inline
    }
}

extension StoreReader {
    /// The comment of an id in the family of comments that the path names.
    func comment(_ call: Call, isInline: Bool) throws -> ContentRecord {
        let id = try call.numericID()
        guard let content = try content(id: id), content.status != .trashed,
            let facts = try commentFacts(of: id), facts.isInline == isInline
        else {
            throw Refusal.missing(id, kind: .comment, because: "there is no comment of that sort with the id \(id)")
        }
        return content
    }
}
