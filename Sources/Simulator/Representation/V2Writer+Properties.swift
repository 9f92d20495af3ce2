import ConfluenceStore
import ConfluenceWire

/// Properties as `/api/v2` writes them; those of spaces tell who made them, and are answered with 201 when new.
extension V2Writer {
    func properties(_ answer: PropertyAnswer) -> Response {
        switch answer {
        case .list(let rows, .content): list(rows) { contentProperty($0) }
        case .list(let rows, .space): list(rows) { spaceProperty($0) }
        case .one(let record, .content, _): ok(contentProperty(record, isTop: true))
        case .one(let record, .space, let isNew): ok(spaceProperty(record, isTop: true), status: isNew ? 201 : 200)
        }
    }

    func contentProperty(_ record: PropertyRecord, isTop: Bool = false) -> JSON {
        var json: JSONObject = ["id": .string("\(record.id)"), "key": .string(record.key), "value": record.json]
        json["version"] = version(record.version)
        if isTop { json["_links"] = ["base": .string(base.url)] }
        return .object(json)
    }

    func spaceProperty(_ record: PropertyRecord, isTop: Bool = false) -> JSON {
        var json: JSONObject = ["id": .string("\(record.id)"), "key": .string(record.key), "value": record.json]
        json["createdBy"] = .string(dialect.people.authorID(record.creator))
        json["authorId"] = .string(dialect.people.authorID(record.creator))
        json["createdAt"] = .string(Instants.text(record.createdAt))
        json["version"] = [
            "createdAt": .string(Instants.text(record.version.createdAt)),
            "createdBy": .string(dialect.people.authorID(record.version.author)),
            "message": .string(record.version.message), "number": .integer(Int64(record.version.number)),
        ]
        if isTop { json["_links"] = ["base": .string(base.url)] }
        return .object(json)
    }
}
