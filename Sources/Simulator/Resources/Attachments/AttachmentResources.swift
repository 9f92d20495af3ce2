import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The files of a page: listed, uploaded, replaced, downloaded.
extension Resource {
    private static let uploadExpansion = Expansion([], standard: ["version", "container"])

    static let attachments = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging(limit: 50)
        let found = try store.attachments(
            of: grant.content.id, fileName: call.item("filename"), offset: paging.start, limit: paging.limit + 1)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion(standard: ["version"])
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let addAttachments = Resource(
        demand: { call, store in
            try requireTokenCheckOff(call)
            return .attach(try store.content(call.contentID()))
        },
        carryOut: { grant, world in
            let form = try form(of: grant.call)
            let page = try grant.content
            let files = form.parts.filter { $0.name == "file" }
            return try world.change(by: grant) { writer, author in
                let added = try files.map { file in
                    let name = file.fileName ?? "attachment"
                    guard try writer.reader.attachments(of: page.id, fileName: name, offset: 0, limit: 1).isEmpty else {
                        throw Refusal(
                            .attachmentExists, [.name: name], because: "page \(page.id) has a file “\(name)” already")
                    }
                    return try writer.addAttachment(
                        to: page.id, name: name, mediaType: mediaType(of: file, form), data: file.content,
                        comment: form["comment"]?.text ?? "", author: author, now: world.now)
                }
                let loader = ContentLoader(grant, writer.reader)
                let rows = try added.map { try loader.load($0, uploadExpansion) }
                return .uploaded(Rows(rows, paging: Paging(start: 0, limit: max(rows.count, 1))))
            }
        }
    )

    static let replaceAttachment = Resource(
        demand: { call, store in
            try requireTokenCheckOff(call)
            return .attach(try store.content(call.contentID()))
        },
        carryOut: { grant, world in
            let form = try form(of: grant.call)
            let id = try grant.call.contentID("attachment")
            let page = try grant.content
            guard let file = form["file"] else {
                throw Refusal(.requestInvalid, [.text: "The file part is missing."], because: "the form holds no file")
            }
            return try world.change(by: grant) { writer, author in
                guard let old = try writer.reader.content(id: id), old.kind == .attachment, old.parentID == page.id
                else {
                    throw Refusal(
                        .attachmentMissing, [.id: String(id)], because: "page \(page.id) has no attachment \(id)")
                }
                let changed = try writer.updateAttachment(
                    id: id, mediaType: mediaType(of: file, form), data: file.content,
                    comment: form["comment"]?.text ?? "", author: author, now: world.now)
                return .content(try ContentLoader(grant, writer.reader).load(changed, uploadExpansion))
            }
        }
    )

    static let download = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let name = call.place("name")
        guard let file = try store.attachments(of: grant.content.id, fileName: name, offset: 0, limit: 1).first,
            let data = try store.attachmentData(file.id)
        else {
            throw Refusal(
                .attachmentMissing, [.name: name], because: "page \(try grant.content.id) has no file “\(name)”")
        }
        return .file(file, data)
    }

    /// The browsers' path on Cloud: since late 2025 it takes no API token, though the API beside it does.
    static let browserDownload = Resource(
        demand: { call, store in
            if case .basic = SentCredential(call.request.headers) {
                throw Refusal(
                    .tokenNotTaken, because: "downloads by the browsers' path take no API token (CHANGE-2735)")
            }
            return try download.demand(call, store)
        },
        carryOut: download.carryOut
    )

    /// The path that Cloud's API gives for a file.
    static let downloadByID = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let id = try grant.call.contentID("attachment")
        guard let file = try store.content(id: id), file.parentID == (try grant.content.id),
            let data = try store.attachmentData(id)
        else {
            throw Refusal(.attachmentMissing, [.id: String(id)], because: "the page has no attachment \(id)")
        }
        return .file(file, data)
    }

    /// A form from another site could be sent by a browser unasked; clients say that they are none.
    private static func requireTokenCheckOff(_ call: Call) throws(Refusal) {
        guard call.hasTokenCheckOff else {
            throw Refusal(.xsrf, because: "the upload lacks the header X-Atlassian-Token: no-check")
        }
    }

    private static func form(of call: Call) throws(Refusal) -> Multipart {
        guard let form = Multipart(call.request) else {
            throw Refusal(
                .unreadableBody, [.text: "multipart/form-data is expected"], because: "the upload is no form with files"
            )
        }
        return form
    }

    private static func mediaType(of file: Multipart.Part, _ form: Multipart) -> String {
        form["contentType"]?.text ?? file.mediaType ?? "application/octet-stream"
    }
}
