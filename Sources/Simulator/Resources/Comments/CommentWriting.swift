import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Commenting, answering, settling.
extension Resource {
    static func createComment(isInline: Bool) -> Resource {
        Resource(
            demand: { call, store in
                .content(.comment, try CommentDraft(v2: call, isInline: isInline).container(store))
            },
            carryOut: { grant, world in
                let draft = try CommentDraft(v2: grant.call, isInline: isInline, fileName: grant.fileNames(world))
                return try world.change(by: grant) { writer, author in
                    let comment = try add(draft, to: grant.content, writer, by: author, world)
                    let loader = ContentLoader(grant, writer.reader)
                    let loaded = try loader.load(comment, Expansion(["body.storage"]))
                    return .comments(.one(loaded, isNew: true))
                }
            }
        )
    }

    /// Writes what a draft says; the container is read again, as another comment may have marked it since.
    static func add(
        _ draft: CommentDraft, to container: ContentRecord, _ writer: StoreWriter, by author: AccountRecord,
        _ world: World
    ) throws -> ContentRecord {
        let container = try writer.reader.content(container.id)
        let selection = try draft.selection(in: container)
        let parent = try draft.parentID.flatMap { try writer.reader.commentFacts(of: $0) }
        return try writer.addComment(
            to: container, replyingTo: draft.parentID, isInline: parent?.isInline ?? draft.isInline, about: selection,
            body: draft.body, author: author, now: world.now)
    }

    /// Editing a comment is a matter of its author, settling one of all who may comment.
    static func updateComment(isInline: Bool) -> Resource {
        Resource(
            demand: { call, store in
                let comment = try store.comment(call, isInline: isInline)
                let json = try call.body()
                guard json["body"] == nil, json["resolved"] != nil, let id = comment.parentID else {
                    return .edit(comment)
                }
                return .content(.comment, try store.content(id))
            },
            carryOut: { grant, world in
                let json = try grant.call.body()
                let body = try CommentDraft.body(v2: json, grant.call, fileName: grant.fileNames(world))
                return try world.change(by: grant) { writer, author in
                    let comment = try writer.reader.comment(grant.call, isInline: isInline)
                    let facts = try writer.reader.commentFacts(of: comment.id)
                    guard facts?.resolution.status != .dangling else {
                        throw Refusal(
                            .requestInvalid, [.text: "A dangling comment cannot be updated"],
                            because: "the text that comment \(comment.id) is about is gone")
                    }
                    if let body {
                        try requireNext(json["version"], of: comment)
                        try writer.updateContent(
                            id: comment.id, body: body, author: author, now: world.now,
                            message: json["version"]?["message"]?.stringValue ?? "")
                    }
                    if let isResolved = json["resolved"]?.boolValue {
                        try writer.resolve(comment: comment.id, isResolved, by: author, now: world.now)
                    }
                    let loader = ContentLoader(grant, writer.reader)
                    let changed = try writer.reader.content(comment.id)
                    return .comments(.one(try loader.load(changed, Expansion(["body.storage"]))))
                }
            }
        )
    }

    static func removeComment(isInline: Bool) -> Resource {
        Resource(
            demand: { call, store in .content(.delete, try store.comment(call, isInline: isInline)) },
            carryOut: { grant, world in
                try world.change(by: grant) { writer, _ in try writer.purge(id: grant.content.id) }
                return .done
            }
        )
    }

    private static func requireNext(_ version: JSON?, of comment: ContentRecord) throws(Refusal) {
        let current = comment.version.number
        guard let number = version?["number"]?.integerValue else {
            throw Refusal(.versionMissing, because: "the update names no version, the current one is \(current)")
        }
        guard number == Int64(current) + 1 else {
            throw Refusal(
                .staleVersion, [.current: String(current), .provided: String(number)],
                because: "the update names version \(number), the current one is \(current)")
        }
    }
}
