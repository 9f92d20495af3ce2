import ConfluenceModel
import ConfluenceStore

/// What was asked about files in v2.
enum AttachmentAnswer: Sendable {
    case list(Rows<ContentDetails>)
    case one(ContentDetails)
}

/// The files of a page, listed and one by one.
extension Resource {
    static let attachments = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging(limit: 50)
        let filter = AttachmentFilter(
            containerID: try grant.content.id, fileName: call.item("filename"), mediaType: call.item("mediaType"))
        let found = try store.attachments(
            filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion(standard: ["version"])
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    /// v2's list of the files of content of these kinds.
    static func attachments(of kinds: [ContentKind]) -> Resource {
        .reading({ call, store in .view(try store.content(call.contentID(), of: kinds)) }) { grant, store, _ in
            try attachmentList(in: grant.content.id, grant, store)
        }
    }

    /// All files of the site that the caller may see.
    static let allAttachments = Resource.reading({ _, _ in .list }) { grant, store, _ in
        try attachmentList(in: nil, grant, store)
    }

    private static func attachmentList(
        in containerID: Int64?, _ grant: Grant, _ store: StoreReader
    ) throws -> Outcome {
        let call = grant.call
        let order = call.item("sort").flatMap(AttachmentFilter.Order.init(rawValue:)) ?? .name
        let paging = try call.paging(by: order.content, limit: 50)
        let filter = AttachmentFilter(
            containerID: containerID, fileName: call.item("filename"), mediaType: call.item("mediaType"),
            isTrashed: call.items("status") == ["trashed"],
            order: order, behind: paging.behind)
        let found = try store.attachments(
            filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        let loader = ContentLoader(grant, store)
        return .attachments(.list(try store.rows(found, paging) { try loader.load($0, Expansion(["container"])) }))
    }

    /// A file that was taken away is still told of, as trashed.
    static let attachmentByID = Resource.reading({ call, store in
        .view(try store.attachment(call))
    }) { grant, store, _ in
        let call = grant.call
        let file = try grant.content
        var record = file
        if let number = try call.versionNumber() {
            record = try store.content(file, orMissingVersion: number)
            record.attachment = try store.attachmentFacts(of: file.id, version: number)
        }
        let parts = ["container"] + inclusions(call, for: .attachment)
        let isHistorical = record.version.number != file.version.number
        return .attachments(
            .one(try ContentLoader(grant, store).load(record, Expansion(parts), isHistorical: isHistorical)))
    }
}
