import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Content and spaces as `/rest/api` writes them: what was asked for in full, the rest named in `_expandable`.
extension RestWriter {
    func content(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        let expansion = details.expansion
        var json: JSONObject = [
            "id": .string(Self.id(of: record)), "type": .string(record.kind.rawValue),
            "status": .string(record.status.rawValue), "title": .string(record.title),
        ]
        var more = JSONObject()
        let path = "/rest/api/content/\(Self.id(of: record))"
        func part(_ name: String, _ link: String, _ value: () -> JSON?) {
            if expansion.contains(name), let value = value() { json[name] = value } else { more[name] = .string(link) }
        }
        part("space", "/rest/api/space/\(record.spaceKey)") { details.space.map { space($0) } }
        part("history", "\(path)/history") {
            details.versions.map { history(record, $0, expansion: expansion["history"]) }
        }
        part("version", "") { version(record.version) }
        part("ancestors", "") { details.ancestors.map { .array($0.map { content($0) }) } }
        part("container", Self.containerPath(of: record)) { details.container.map(container) }
        part("operations", "") { details.operations.map { operations(dialect.rights.names($0, on: record.kind)) } }
        part("restrictions", "\(path)/restriction/byOperation") {
            details.restrictions.map { restrictions($0, of: record.id) }
        }
        part("children", "\(path)/child") { children(details.children, expansion["children"], "\(path)/child") }
        part("descendants", "\(path)/descendant") {
            children(details.descendants, expansion["descendants"], "\(path)/descendant")
        }
        part("body", "") { body(details) }
        if let attachment = record.attachment {
            json["metadata"] = attachmentMetadata(attachment, details)
            json["extensions"] = extensions(of: attachment, in: record)
        } else {
            part("metadata", "") { metadata(details) }
            json["extensions"] =
                details.comment.map { extensions(of: $0, expansion["extensions"]) }
                ?? ["position": record.kind == .page ? .integer(Int64(record.position)) : "none"]
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(links(of: record), isTop)
        return .object(json)
    }

    /// Attachments carry a prefix before their number.
    static func id(of record: ContentRecord) -> String {
        record.kind == .attachment ? "att\(record.id)" : String(record.id)
    }

    private static func containerPath(of record: ContentRecord) -> String {
        guard record.kind != .page, record.kind != .blogpost, let parent = record.parentID else {
            return "/rest/api/space/\(record.spaceKey)"
        }
        return "/rest/api/content/\(parent)"
    }

    private func container(_ container: ContentDetails.Container) -> JSON {
        switch container {
        case .space(let record): space(SpaceDetails(record: record))
        case .content(let details): content(details)
        }
    }

    private func links(of record: ContentRecord) -> JSONObject {
        var links: JSONObject = ["self": .string("\(base.url)/rest/api/content/\(Self.id(of: record))")]
        links["webui"] = .string(dialect.links.webUI(record))
        if record.kind == .attachment {
            links["download"] = .string(dialect.links.download(record))
        } else {
            links["edit"] = .string(dialect.links.editUI(record))
            links["tinyui"] = .string(dialect.links.tiny(record.id))
        }
        return links
    }

    // MARK: Parts

    private func body(_ details: ContentDetails) -> JSON {
        var json = JSONObject()
        var more = JSONObject()
        for format in BodyFormat.allCases {
            if let value = details.bodies[format] {
                json[format.rawValue] = [
                    "value": .string(value), "representation": .string(format.rawValue),
                    "_expandable": ["content": .string("/rest/api/content/\(Self.id(of: details.record))")],
                ]
            } else {
                more[format.rawValue] = ""
            }
        }
        json["_expandable"] = .object(more)
        return .object(json)
    }

    func version(_ version: VersionRecord) -> JSON {
        [
            "by": user(version.author), "when": instant(version.createdAt), "message": .string(version.message),
            "number": .integer(Int64(version.number)), "minorEdit": .bool(version.isMinorEdit), "hidden": false,
        ]
    }

    func history(
        _ record: ContentRecord,
        _ versions: [VersionRecord],
        expansion: Expansion? = nil,
        isTop: Bool = false
    ) -> JSON {
        let path = "/rest/api/content/\(Self.id(of: record))/history"
        var json: JSONObject = [
            "latest": true, "createdBy": user(record.creator), "createdDate": instant(record.createdAt),
        ]
        var more: JSONObject = ["contributors": "", "nextVersion": ""]
        // The history's own address shows the last change unasked; inside content it has to be asked for.
        if expansion?.contains("lastUpdated") ?? true {
            json["lastUpdated"] = version(versions.first ?? record.version)
        } else {
            more["lastUpdated"] = ""
        }
        if let previous = versions.dropFirst().first, expansion?.contains("previousVersion") ?? true {
            json["previousVersion"] = version(previous)
        } else {
            more["previousVersion"] = ""
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(["self": .string(base.url + path)], isTop)
        return .object(json)
    }

    private func metadata(_ details: ContentDetails) -> JSON {
        var json = JSONObject()
        if let labels = details.labels { json["labels"] = whole(labels.map(label)) }
        if let properties = details.properties {
            json["properties"] = .object(
                properties.reduce(into: JSONObject()) { object, property in
                    object[property.key] = [
                        "key": .string(property.key),
                        "value": (try? JSONReader.read(property.value)) ?? .string(property.value),
                    ]
                })
        }
        json["_expandable"] = .object(
            ["labels", "properties", "currentuser", "frontend"].filter { json[$0] == nil }.reduce(into: JSONObject()) {
                $0[$1] = ""
            })
        return .object(json)
    }

    private func attachmentMetadata(_ attachment: AttachmentFacts, _ details: ContentDetails) -> JSON {
        var json: JSONObject = ["comment": .string(attachment.comment), "mediaType": .string(attachment.mediaType)]
        json["labels"] = whole((details.labels ?? []).map(label))
        return .object(json)
    }

    private func extensions(of attachment: AttachmentFacts, in record: ContentRecord) -> JSON {
        [
            "mediaType": .string(attachment.mediaType), "fileSize": .integer(Int64(attachment.size)),
            "comment": .string(attachment.comment), "fileId": .string(attachment.fileID),
            "collectionName": .string("contentId-\(record.parentID ?? 0)"),
        ]
    }

    private func children(
        _ lists: [ContentKind: Rows<ContentDetails>],
        _ expansion: Expansion,
        _ path: String
    ) -> JSON {
        var json = JSONObject()
        var more = JSONObject()
        for kind in [ContentKind.attachment, .comment, .page] {
            if let rows = lists[kind] {
                json[kind.rawValue] = envelope(rows) { content($0) }
            } else {
                more[kind.rawValue] = .string("\(path)/\(kind.rawValue)")
            }
        }
        json["_expandable"] = .object(more)
        json["_links"] = ["self": .string(base.url + path)]
        return .object(json)
    }

    // MARK: Spaces

    func space(_ details: SpaceDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        let expansion = details.expansion
        let path = "/rest/api/space/\(record.key)"
        var json: JSONObject = [
            "id": .integer(record.id), "key": .string(record.key), "name": .string(record.name),
            "type": .string(record.kind.rawValue), "status": record.isArchived ? "archived" : "current",
        ]
        var more: JSONObject = ["metadata": "", "icon": ""]
        if expansion["description"].contains("plain") || expansion["description"].contains("view") {
            var texts = JSONObject()
            for format in ["plain", "view"] where expansion["description"].contains(format) {
                texts[format] = ["value": .string(record.description), "representation": .string(format)]
            }
            json["description"] = .object(texts)
        } else {
            more["description"] = ""
        }
        if case .page(let homepage) = details.homepage {
            json["homepage"] = content(homepage)
        } else if let id = record.homepageID {
            more["homepage"] = .string("/rest/api/content/\(id)")
        }
        if let allowed = details.operations {
            json["operations"] = operations(dialect.rights.names(allowed))
        } else {
            more["operations"] = ""
        }
        if let permissions = details.permissions {
            json["permissions"] = .array(permissions.compactMap(spacePermission))
        } else {
            more["permissions"] = ""
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(
            ["webui": .string(dialect.links.space(record.key)), "self": .string(base.url + path)], isTop)
        return .object(json)
    }
}
