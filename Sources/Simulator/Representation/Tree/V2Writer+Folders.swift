import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Folders and the like as `/api/v2` writes them.
extension V2Writer {
    func treeContent(_ details: ContentDetails) -> JSON {
        let record = details.record
        let parent = record.status == .trashed ? nil : record.parentID
        let author = JSON.string(dialect.people.authorID(record.creator))
        var json: JSONObject = [
            "id": .string("\(record.id)"), "type": .string(record.kind.rawValue),
            "status": .string(record.status.rawValue), "title": .string(record.title),
            "spaceId": .string("\(record.spaceID)"),
        ]
        json["parentId"] = parent.map { .string("\($0)") } ?? .null
        json["parentType"] = parent == nil ? .null : .string(record.parentKind?.rawValue ?? "page")
        json["position"] = record.status == .trashed ? .null : .integer(Int64(record.position))
        json["authorId"] = author
        json["ownerId"] = author
        // A number here, where pages have a text; seen by clients that leave the member out for that reason.
        json["createdAt"] = .milliseconds(record.createdAt)
        if record.kind == .embed { json["embedUrl"] = .string(record.body) }
        json["version"] = version(record.version)
        include(details, in: &json)
        json["_links"] = ["webui": .string(dialect.links.webUI(record)), "base": .string(base.url)]
        return .object(json)
    }
}
