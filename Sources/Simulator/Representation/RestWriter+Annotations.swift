import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Comments on a page's text as the scripts of Data Center's pages get them.
///
/// Members as in the answers that hxmn/confed keeps of 9.5.4; lists tell moments in words, as a reader of them printed.
extension RestWriter {
    func annotations(_ answer: AnnotationAnswer) -> Response {
        switch answer {
        case .list(let rows): ok(.array(rows.map { annotation($0, isNew: false) }))
        case .made(let row), .edited(let row): ok(annotation(row, isNew: true))
        case .replies(let rows): ok(.array(rows.map { reply($0, isNew: false) }))
        case .replied(let row): ok(reply(row, isNew: true))
        case .resolution(let row): ok(["resolveProperties": resolution(row)])
        case .top(let id): ok(.integer(id))
        }
    }

    private func annotation(_ row: Annotation, isNew: Bool) -> JSON {
        var json = common(row, isNew: isNew)
        if let anchor = row.facts.anchor {
            json["markerRef"] = .string(anchor.markerRef)
            json["originalSelection"] = .string(anchor.selection)
        }
        if !isNew { json["parentCommentId"] = 0 }
        json["resolveProperties"] = resolution(row)
        json["hasResolvePermission"] = .bool(row.canComment)
        json["hasReplyPermission"] = .bool(row.canComment)
        return .object(json)
    }

    private func reply(_ row: Annotation, isNew: Bool) -> JSON {
        var json = common(row, isNew: isNew)
        json["commentId"] = row.facts.repliesTo.map { .integer($0) } ?? .null
        return .object(json)
    }

    private func common(_ row: Annotation, isNew: Bool) -> JSONObject {
        let comment = row.comment
        let author = comment.creator
        let changed = comment.version.createdAt
        return [
            "id": .integer(comment.id), "containerVersion": 0,
            "authorDisplayName": .string(author.displayName), "authorUserName": .string(author.name),
            "authorAvatarUrl": .string(base.context + SitePicture.personPath),
            "body": .string(row.body),
            "hasDeletePermission": .bool(row.operations.contains(.delete)),
            "hasEditPermission": .bool(row.operations.contains(.update)),
            "lastModificationDate": isNew
                ? .milliseconds(changed) : .string(FriendlyDate.text(changed, now: world.now)),
            "commentDateUrl": .string("\(base.context)\(dialect.links.webUI(comment))#comment-\(comment.id)"),
        ]
    }

    /// A comment whose text is gone is settled by whoever took the text away.
    private func resolution(_ row: Annotation) -> JSON {
        let resolution = row.facts.resolution
        let isDangling = resolution.status == .dangling
        let edit = row.container.version
        let who = resolution.modifier ?? (isDangling ? edit.author : nil)
        let when = resolution.modifiedAt ?? (isDangling ? edit.createdAt : nil)
        var json: JSONObject = [
            "resolved": .bool(isDangling || resolution.status == .resolved),
            "resolvedTime": when.map { .milliseconds($0) } ?? 0,
        ]
        if let when { json["resolvedFriendlyDate"] = .string(FriendlyDate.text(when, now: world.now)) }
        if let who { json["resolvedUser"] = .string(who.displayName) }
        json["resolvedByDangling"] = .bool(isDangling)
        return .object(json)
    }
}
