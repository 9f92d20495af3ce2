import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The content of apps as `/api/v2` writes it.
extension V2Writer {
    func customContent(_ answer: CustomContentAnswer) -> Response {
        switch answer {
        case .list(let rows): list(rows) { custom($0) }
        case .one(let details, let isNew): ok(custom(details, isTop: true), status: isNew ? 201 : 200)
        case .children(let rows): list(rows, child)
        }
    }

    private func custom(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        var json: JSONObject = [
            "id": .string("\(record.id)"), "type": .string(record.typeName),
            "status": details.isHistorical ? "historical" : .string(record.status.rawValue),
            "title": .string(record.title), "spaceId": .string("\(record.spaceID)"),
        ]
        if let holder = record.parentID {
            switch record.parentKind {
            case .blogpost: json["blogPostId"] = .string("\(holder)")
            case .custom: json["customContentId"] = .string("\(holder)")
            default: json["pageId"] = .string("\(holder)")
            }
        }
        json["authorId"] = .string(dialect.people.authorID(record.creator))
        json["createdAt"] = .string(Instants.text(record.createdAt))
        if call.flag("include-version", standard: true) { json["version"] = version(record.version) }
        json["body"] = body(of: details)
        if isTop { include(details, in: &json) }
        var links: JSONObject = ["webui": .string(dialect.links.webUI(record))]
        if isTop { links["base"] = .string(base.url) }
        json["_links"] = .object(links)
        return .object(json)
    }

    private func child(_ record: ContentRecord) -> JSON {
        [
            "id": .string("\(record.id)"), "status": .string(record.status.rawValue), "title": .string(record.title),
            "type": .string(record.typeName), "spaceId": .string("\(record.spaceID)"),
        ]
    }
}
