import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Comments as `/api/v2` writes them.
extension V2Writer {
    func comments(_ answer: CommentAnswer) -> Response {
        switch answer {
        case .list(let rows): list(rows) { comment($0) }
        case .one(let details, let isNew): ok(comment(details, isTop: true), status: isNew ? 201 : 200)
        }
    }

    func comment(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        var json: JSONObject = [
            "id": .string("\(record.id)"), "status": .string(status(of: details)), "title": .string(record.title),
        ]
        if let containerID = record.parentID {
            switch details.comment?.containerKind {
            case .blogpost: json["blogPostId"] = .string("\(containerID)")
            case .custom: json["customContentId"] = .string("\(containerID)")
            case .attachment: json["attachmentId"] = .string("att\(containerID)")
            default: json["pageId"] = .string("\(containerID)")
            }
        }
        if call.flag("include-version", standard: true) { json["version"] = version(record.version) }
        json["body"] = body(of: details)
        if isTop { include(details, in: &json) }
        if let facts = details.comment?.facts {
            if let parent = facts.repliesTo { json["parentCommentId"] = .string("\(parent)") }
            // Of comments on custom content the description has no such member.
            if details.comment?.containerKind != .custom {
                json["resolutionStatus"] = .string(facts.resolution.status.rawValue)
            }
            if facts.isInline { add(facts, to: &json, isTop) }
        }
        var links: JSONObject = ["webui": .string(dialect.links.webUI(record))]
        if isTop { links["base"] = .string(base.url) }
        json["_links"] = .object(links)
        return .object(json)
    }

    /// Sites send both spellings of an inline comment's properties, of which the description has one.
    private func add(_ facts: CommentFacts, to json: inout JSONObject, _ isTop: Bool) {
        if isTop {
            let resolution = facts.resolution
            json["resolutionLastModifierId"] = resolution.modifier.map { .string(dialect.people.authorID($0)) } ?? .null
            json["resolutionLastModifiedAt"] = resolution.modifiedAt.map { .string(Instants.text($0)) } ?? .null
        }
        guard let anchor = facts.anchor else { return }
        var properties = json["properties"] ?? [:]
        for (name, value) in [
            ("inlineMarkerRef", anchor.markerRef), ("inlineOriginalSelection", anchor.selection),
            ("inline-marker-ref", anchor.markerRef), ("inline-original-selection", anchor.selection),
        ] { properties[name] = .string(value) }
        json["properties"] = properties
    }
}
