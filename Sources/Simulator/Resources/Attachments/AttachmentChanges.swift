import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Renaming, moving and removing files.
extension Resource {
    /// `PUT child/attachment/{id}`: what is told of a file, and where it lies.
    ///
    /// The version is the present one, or the next: clients send both, and with the next it counts as a version.
    static let updateAttachment = Resource(
        demand: { call, store in .attach(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let json = try grant.call.body()
            let page = try grant.content
            return try world.change(by: grant) { writer, author in
                let file = try writer.reader.attachment(grant.call, of: page)
                let current = file.version.number
                guard let version = json["version"]?["number"]?.integerValue else {
                    throw Refusal(
                        .versionMissing, because: "the update names no version, the current one is \(current)")
                }
                guard version == Int64(current) || version == Int64(current) + 1 else {
                    throw Refusal(
                        .staleVersion, [.current: String(current), .provided: String(version)],
                        because: "the update names version \(version), the current one is \(current)")
                }
                var change = AttachmentChange()
                change.title = json["title"]?.stringValue
                change.mediaType = json["metadata"]?["mediaType"]?.stringValue
                change.comment = json["metadata"]?["comment"]?.stringValue
                change.containerID = ContentDraft.id(json["container"]?["id"])
                change.isVersion = version > Int64(current)
                change.isMinorEdit = json["version"]?["minorEdit"]?.boolValue ?? false
                return try carryOut(change, on: file, grant, writer, by: author, world)
            }
        }
    )

    /// Data Center's way to move a file to another page, under another name or its own.
    static let moveAttachment = Resource(demand: attachingByForm) { grant, world in
        let page = try grant.content
        return try world.change(by: grant) { writer, author in
            let file = try writer.reader.attachment(grant.call, of: page)
            var change = AttachmentChange()
            change.title = grant.call.item("newName")
            change.containerID = grant.call.item("newContentId").flatMap { Int64($0) }
            _ = try carryOut(change, on: file, grant, writer, by: author, world)
            return .done
        }
    }

    @Sendable private static func attachingByForm(_ call: Call, _ store: StoreReader) throws -> Demand {
        .attach(try store.content(call.contentID()))
    }

    private static func carryOut(
        _ change: AttachmentChange, on file: ContentRecord, _ grant: Grant, _ writer: StoreWriter,
        by author: AccountRecord, _ world: World
    ) throws -> Outcome {
        let container = try change.containerID.map { try writer.reader.content($0) }
        if let container {
            let hearing = Hearing(name: grant.caller.name, viewer: grant.viewer, store: writer.reader)
            _ = try hearing.weigh(.attach(container))
        }
        let name = change.title ?? file.title
        let holder = container?.id ?? file.parentID ?? 0
        let taken = try writer.reader.attachments(of: holder, fileName: name, offset: 0, limit: 1).first
        guard taken == nil || taken?.id == file.id else {
            throw Refusal(.attachmentExists, [.name: name], because: "content \(holder) has a file “\(name)” already")
        }
        let changed = try writer.change(attachment: file.id, change, author: author, now: world.now)
        return .content(try ContentLoader(grant, writer.reader).load(changed, uploadExpansion))
    }

    // MARK: Removing

    /// v2's deletion: to the trash, and from there for good with `purge`.
    static let removeAttachment = Resource(
        demand: { call, store in
            let file = try store.attachment(call)
            let isPurge = call.item("purge") == "true" && file.status == .trashed
            guard isPurge || file.status != .trashed else {
                throw Refusal.missing(file.id, because: "the file \(file.id) lies in the trash")
            }
            return .content(isPurge ? .purge : .delete, file)
        },
        carryOut: { grant, world in
            guard case .content(let operation, let file) = grant.demand else {
                throw Refusal(.internalError, because: "the route deletes nothing")
            }
            return try world.change(by: grant) { writer, author in
                if operation == .purge {
                    try writer.purge(id: file.id)
                } else {
                    try writer.trash(id: file.id, by: author, now: world.now)
                }
                return .done
            }
        }
    )

    /// Data Center's deletion of a file, or of one of its versions, by its id below its page.
    static let removeChildAttachment = removing { call, store in
        try store.attachment(call, of: store.content(call.contentID()))
    } version: {
        $0.place("version").isEmpty ? nil : $0.place("version")
    } outcome: {
        .done
    }

    /// What Data Center's pages call to remove a file by its name, or one version of it.
    static let removeAttachmentAction = removing { call, store in
        try call.requireTokenCheckOff()
        let text = call.item("pageId") ?? ""
        guard let id = Int64(text) else {
            throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no content id")
        }
        let name = call.item("fileName") ?? ""
        guard let file = try store.attachments(of: store.content(id).id, fileName: name, offset: 0, limit: 1).first
        else {
            throw Refusal(.attachmentMissing, [.name: name, .id: text], because: "page \(id) has no file “\(name)”")
        }
        return file
    } version: {
        $0.item("version")
    } outcome: {
        .acted
    }

    private static func removing(
        _ find: @escaping @Sendable (Call, StoreReader) throws -> ContentRecord,
        version: @escaping @Sendable (Call) -> String?,
        outcome: @escaping @Sendable () -> Outcome
    ) -> Resource {
        Resource(
            demand: { call, store in .content(.delete, try find(call, store)) },
            carryOut: { grant, world in
                let file = try grant.content
                return try world.change(by: grant) { writer, author in
                    guard let text = version(grant.call) else {
                        try writer.trash(id: file.id, by: author, now: world.now)
                        return outcome()
                    }
                    guard let number = Int(text), try writer.removeAttachmentVersion(number, of: file.id) else {
                        throw Refusal(
                            .requestInvalid, [.text: "The attachment version \(text) can't be removed."],
                            because: "\(text) is no version of the file \(file.id), or its only one")
                    }
                    return outcome()
                }
            }
        )
    }
}
