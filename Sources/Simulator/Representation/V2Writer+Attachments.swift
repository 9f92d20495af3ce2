import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Files as `/api/v2` writes them.
extension V2Writer {
    func attachments(_ answer: AttachmentAnswer) -> Response {
        switch answer {
        case .list(let rows): list(rows) { attachment($0) }
        case .one(let details): ok(attachment(details, isTop: true))
        }
    }

    func attachment(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        var json: JSONObject = [
            "id": .string(RestWriter.id(of: record)), "status": .string(status(of: details)),
            "title": .string(record.title), "createdAt": .string(Instants.text(record.createdAt)),
        ]
        if let containerID = record.parentID {
            var member = "pageId"
            if case .content(let container) = details.container, container.record.kind == .blogpost {
                member = "blogPostId"
            }
            json[member] = .string("\(containerID)")
        }
        if let facts = record.attachment {
            json["mediaType"] = .string(facts.mediaType)
            json["mediaTypeDescription"] = .string(MediaTypes.description(of: facts.mediaType))
            json["comment"] = .string(facts.comment)
            json["fileId"] = .string(facts.fileID)
            json["fileSize"] = .integer(Int64(facts.size))
        }
        let webUI = dialect.links.webUI(record)
        let download = LinkStyle.file(record)
        json["webuiLink"] = .string(webUI)
        json["downloadLink"] = .string(download)
        if call.flag("include-version", standard: true) { json["version"] = version(record.version) }
        if isTop { include(details, in: &json) }
        var links: JSONObject = ["webui": .string(webUI), "download": .string(download)]
        if isTop { links["base"] = .string(base.url) }
        json["_links"] = .object(links)
        return .object(json)
    }
}

/// What people call the types of files.
enum MediaTypes {
    private static let descriptions: [String: String] = [
        "image/png": "PNG Image", "image/jpeg": "JPEG Image", "image/gif": "GIF Image", "image/svg+xml": "SVG Image",
        "application/pdf": "PDF Document", "text/plain": "Text File", "text/html": "HTML Document",
        "text/csv": "CSV File", "application/zip": "Zip Archive", "text/xml": "XML File", "application/xml": "XML File",
    ]

    static func description(of mediaType: String) -> String { descriptions[mediaType] ?? "File" }
}
