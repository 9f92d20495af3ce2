import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Spaces as `/api/v2` shows them.
extension V2Writer {
    func space(_ details: SpaceDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        var json: JSONObject = [
            "id": .string("\(record.id)"), "key": .string(record.key), "name": .string(record.name),
            "type": .string(record.typeName), "status": record.isArchived ? "archived" : "current",
        ]
        let author = record.creator.map { JSON.string(dialect.people.authorID($0)) } ?? .null
        json["authorId"] = author
        json["spaceOwnerId"] = author
        json["currentActiveAlias"] = .string(record.key)
        json["createdAt"] = .string(Instants.text(record.createdAt))
        json["homepageId"] = record.homepageID.map { .string("\($0)") } ?? .null
        json["description"] = description(record)
        json["icon"] = call.flag("include-icon") ? icon(record) : .null
        let path = "/api/v2/spaces/\(record.id)"
        if let labels = details.labels { json["labels"] = included(labels.map(label), "\(path)/labels") }
        if let properties = details.properties {
            json["properties"] = included(properties.map { spaceProperty($0) }, "\(path)/properties")
        }
        if let allowed = details.operations {
            let names = operations(dialect.rights.names(allowed))["operations"]?.arrayValue ?? []
            json["operations"] = included(names, "\(path)/operations")
        }
        if let permissions = details.permissions {
            json["permissions"] = included(permissions.map(permission), "\(path)/permissions")
        }
        if let assignments = details.assignments {
            json["roleAssignments"] = included(assignments.map(assignment), "\(path)/role-assignments")
        }
        var links: JSONObject = ["webui": .string(dialect.links.space(record.key))]
        if isTop { links["base"] = .string(base.url) }
        json["_links"] = .object(links)
        return .object(json)
    }

    /// Shown where the caller says in which form.
    private func description(_ record: SpaceRecord) -> JSON {
        guard let format = call.item("description-format"), ["plain", "view"].contains(format) else { return .null }
        return .object([format: ["representation": .string(format), "value": .string(record.description)]])
    }

    private func icon(_ record: SpaceRecord) -> JSON {
        [
            "path": .string(base.context + SitePicture.spacePath),
            "apiDownloadLink": .string(base.context + SitePicture.spacePath),
        ]
    }
}
