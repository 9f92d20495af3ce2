import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Content and spaces as `/rest/api` writes them: what was asked for in full, the rest named in `_expandable`.
extension RestWriter {
    func content(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        let expansion = details.expansion
        var json: JSONObject = [
            "id": .string(Self.id(of: record)), "type": .string(record.typeName),
            "status": details.isHistorical ? "historical" : .string(record.status.rawValue),
            "title": .string(record.title),
        ]
        // Ordinary pages say nothing of it. Observed: mcp-atlassian's live suite reads it of a live doc.
        if let subtype = record.subtype { json["subtype"] = .string(subtype.rawValue) }
        var more = JSONObject()
        let path = "/rest/api/content/\(Self.id(of: record))"
        func part(_ name: String, _ link: String, _ value: () -> JSON?) {
            if expansion.contains(name), let value = value() { json[name] = value } else { more[name] = .string(link) }
        }
        part("space", "/rest/api/space/\(record.spaceKey)") { details.space.map { space($0) } }
        part("history", "\(path)/history") {
            details.versions.map { history(record, $0, expansion: expansion["history"]) }
        }
        part("version", "") {
            version(VersionDetails(version: record.version, content: record, expansion: expansion["version"]))
        }
        part("ancestors", "") { details.ancestors.map { .array($0.map { content($0) }) } }
        part("container", Self.containerPath(of: record)) { details.container.map(container) }
        part("operations", "") { details.operations.map { operations(dialect.rights.names($0, on: record.kind)) } }
        part("restrictions", "\(path)/restriction/byOperation") {
            details.restrictions.map { restrictions($0, of: record.id) }
        }
        part("children", "\(path)/child") { children(details.children, "\(path)/child") }
        part("descendants", "\(path)/descendant") {
            children(details.descendants, "\(path)/descendant")
        }
        part("body", "") { body(details) }
        if dialect.content.hasResourceNames { addCloudParts(of: details, to: &json, &more) }
        if let attachment = record.attachment {
            json["metadata"] = attachmentMetadata(attachment, details)
            json["extensions"] = extensions(of: attachment, in: record)
        } else {
            part("metadata", "") { metadata(details) }
            json["extensions"] =
                details.comment.map { extensions(of: $0, expansion["extensions"]) }
                ?? ["position": ContentKind.ofTree.contains(record.kind) ? .integer(Int64(record.position)) : "none"]
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(links(of: record, isTop: isTop), isTop)
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

    private func links(of record: ContentRecord, isTop: Bool) -> JSONObject {
        var links: JSONObject = ["self": .string("\(base.url)/rest/api/content/\(Self.id(of: record))")]
        links["webui"] = .string(dialect.links.webUI(record))
        if record.kind == .attachment {
            links["download"] = .string(dialect.links.download(record))
        } else {
            links["edit"] = .string(dialect.links.editUI(record))
            links["tinyui"] = .string(dialect.links.tiny(record.id))
            if dialect.content.hasResourceNames {
                links["editui"] = .string("/pages/resumedraft.action?draftId=\(record.id)")
                links["edituiv2"] = .string(dialect.links.editUI(record))
            }
        }
        if isTop { links["collection"] = "/rest/api/content" }
        return links
    }

    // MARK: Parts

    /// What Cloud's content has beyond that of Data Center.
    private func addCloudParts(of details: ContentDetails, to json: inout JSONObject, _ more: inout JSONObject) {
        let record = details.record
        let path = "/rest/api/content/\(Self.id(of: record))/child"
        let name = "ari:cloud:confluence:\(world.site.cloudID):\(record.kind.rawValue)/\(record.id)"
        json["ari"] = .string(name)
        json["base64EncodedAri"] = .string(Data(name.utf8).base64EncodedString())
        json["macroRenderedOutput"] = [:]
        if let types = details.childTypes {
            json["childTypes"] = childTypes(types, path)
        } else {
            more["childTypes"] = ""
        }
        for name in dialect.content.unexpanded { more[name] = "" }
    }

    private func body(_ details: ContentDetails) -> JSON {
        var json = JSONObject()
        var more = JSONObject()
        for format in BodyFormat.allCases {
            if let value = details.bodies[format] {
                json[format.rawValue] = [
                    "value": .string(value), "representation": .string(format.rawValue),
                    "_expandable": ["content": .string("/rest/api/content/\(Self.id(of: details.record))")],
                ]
            } else if dialect.content.bodies.contains(format) {
                more[format.rawValue] = ""
            }
        }
        json["_expandable"] = .object(more)
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

    /// Files of Data Center are in no store of files (docs.nomagic.com, answers of 9.x in public repositories).
    private func extensions(of attachment: AttachmentFacts, in record: ContentRecord) -> JSON {
        var json: JSONObject = [
            "mediaType": .string(attachment.mediaType), "fileSize": .integer(Int64(attachment.size)),
            "comment": .string(attachment.comment),
        ]
        guard dialect.content.hasResourceNames else { return .object(json) }
        json["mediaTypeDescription"] = .string(MediaTypes.description(of: attachment.mediaType))
        json["fileId"] = .string(attachment.fileID)
        json["collectionName"] = .string("contentId-\(record.parentID ?? 0)")
        return .object(json)
    }

    // MARK: Spaces

    func space(_ details: SpaceDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        let expansion = details.expansion
        let path = "/rest/api/space/\(record.key)"
        var json: JSONObject = [
            "id": .integer(record.id), "key": .string(record.key), "name": .string(record.name),
            "type": .string(record.typeName), "status": record.isArchived ? "archived" : "current",
        ]
        var more = JSONObject()
        // Without the context, other than people's pictures: so Data Center and Cloud's webhooks were seen to write it.
        if expansion.contains("icon") {
            json["icon"] = ["path": .string(SitePicture.spacePath), "width": 48, "height": 48, "isDefault": false]
        } else {
            more["icon"] = ""
        }
        if let labels = details.labels {
            json["metadata"] = ["labels": whole(labels.map(label)), "_expandable": [:]]
        } else {
            more["metadata"] = ""
        }
        if expansion["description"].contains("plain") || expansion["description"].contains("view") {
            var texts = JSONObject()
            for format in ["plain", "view"] where expansion["description"].contains(format) {
                texts[format] = ["value": .string(record.description), "representation": .string(format)]
                if dialect.content.descriptionsSayWhatTheyEmbed { texts[format]?["embeddedContent"] = [] }
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
