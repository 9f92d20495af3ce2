import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The files themselves, as they are fetched by browsers and by clients.
extension Resource {
    static let download = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let name = call.place("name")
        guard let file = try store.attachments(of: grant.content.id, fileName: name, offset: 0, limit: 1).first else {
            throw Refusal(
                .attachmentMissing, [.name: name], because: "page \(try grant.content.id) has no file “\(name)”")
        }
        return try Self.file(file, version: call.versionNumber(), store)
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

    /// What pages show of a picture; no other file has a small picture.
    static let browserThumbnail = Resource.reading(download.demand) { grant, store, _ in
        let call = grant.call
        let name = call.place("name")
        guard let file = try store.attachments(of: grant.content.id, fileName: name, offset: 0, limit: 1).first,
            file.attachment?.mediaType.hasPrefix("image/") == true
        else {
            throw Refusal(
                .attachmentMissing, [.name: name], because: "page \(try grant.content.id) has no picture “\(name)”")
        }
        return try Self.file(file, version: call.versionNumber(), store)
    }

    /// The path that Cloud's API gives for a file: it sends clients on to the store of files.
    static let downloadByID = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, world in
        let file = try store.attachment(grant.call, of: grant.content)
        return try .stored(ticket(for: file, grant.call, store, world), file, isThumbnail: false)
    }

    /// The same for a small picture of the file.
    static let thumbnail = Resource.reading({ call, store in
        .view(try store.attachment(call))
    }) { grant, store, world in
        let file = try grant.content
        return try .stored(ticket(for: file, grant.call, store, world), file, isThumbnail: true)
    }

    private static func ticket(
        for file: ContentRecord, _ call: Call, _ store: StoreReader, _ world: World
    ) throws -> MediaTicket {
        let version = try call.versionNumber() ?? file.version.number
        guard try store.attachmentFacts(of: file.id, version: version) != nil else {
            throw Refusal.missing(version: version, of: file)
        }
        return MediaTicket(attachmentID: file.id, version: version, site: world.site, now: world.now)
    }

    /// What the store of files gives for a ticket; the rights were weighed when it was given.
    static let storedFile = Resource { grant, world in
        let token = grant.call.item("token") ?? ""
        guard let ticket = MediaTicket(token: token, site: world.site), ticket.isValid(at: world.now) else {
            throw Refusal(.ticketRejected, because: "the ticket is none of this site, or has run out")
        }
        return try world.read { store in
            let file = try store.content(id: ticket.attachmentID)
            if let file, file.kind != .attachment, PDFExport.file(of: file.id) == grant.call.place("file") {
                return .pdf(.file(file))
            }
            guard let file, file.attachment?.fileID == grant.call.place("file") else {
                throw Refusal(.ticketRejected, because: "the ticket is for another file")
            }
            return try Self.file(file, version: ticket.version, store)
        }
    }

    private static func file(_ file: ContentRecord, version: Int?, _ store: StoreReader) throws -> Outcome {
        guard let data = try store.attachmentData(file.id, version: version) else {
            throw Refusal.missing(version: version ?? file.version.number, of: file)
        }
        var file = file
        if let version { file.attachment = try store.attachmentFacts(of: file.id, version: version) }
        return .file(file, data)
    }

    /// The words of a text file, as the index has them.
    static let extractedText = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let file = try store.attachment(grant.call, of: grant.content)
        guard file.attachment?.mediaType.hasPrefix("text/") == true else { return .done }
        return .text(String(decoding: try store.attachmentData(file.id) ?? [], as: UTF8.self))
    }
}

extension StoreReader {
    /// The attachment of an id that a call names; without a status it is looked for in the trash too.
    func attachment(_ call: Call) throws -> ContentRecord {
        let id = try call.contentID()
        guard let file = try content(id: id), file.kind == .attachment else {
            throw Refusal.missing(id, kind: .attachment, because: "there is no attachment with the id \(id)")
        }
        return file
    }

    /// The attachment that a path names beside the content that holds it.
    func attachment(_ call: Call, of container: ContentRecord) throws -> ContentRecord {
        let id = try call.contentID("attachment")
        guard let file = try content(id: id), file.kind == .attachment, file.parentID == container.id,
            file.status != .trashed
        else {
            throw Refusal(
                .attachmentMissing, [.id: String(id)], because: "content \(container.id) has no attachment \(id)")
        }
        return file
    }
}

extension Refusal {
    fileprivate static func missing(version: Int, of file: ContentRecord) -> Refusal {
        Refusal(
            .attachmentMissing, [.id: String(file.id), .name: file.title],
            because: "the file \(file.id) “\(file.title)” has no version \(version)")
    }
}
