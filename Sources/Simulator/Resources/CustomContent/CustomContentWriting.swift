import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Making and changing the content of apps.
extension Resource {
    static let createCustomContent = Resource(
        demand: { call, store in try CustomContentDraft(call).place(store) },
        carryOut: { grant, world in
            let draft = try CustomContentDraft(grant.call, fileName: grant.fileNames(world))
            guard case .create(_, let space, let parent) = grant.demand else {
                throw Refusal(.internalError, because: "the route creates nothing")
            }
            let parentID: Int64? = if case .content(let holder) = parent { holder.id } else { nil }
            return try world.change(by: grant) { writer, author in
                let made = try writer.createContent(
                    kind: .custom, title: draft.title, spaceID: space.id, parentID: parentID, body: draft.body,
                    status: draft.status, custom: draft.type, author: author, now: world.now, message: draft.message)
                return try shown(made, isNew: true, grant, writer.reader)
            }
        }
    )

    static let updateCustomContent = Resource(
        demand: { call, store in
            .edit(try store.content(call.numericID(), of: .custom, in: [.current, .archived, .draft]))
        },
        carryOut: { grant, world in
            let draft = try CustomContentDraft(grant.call, fileName: grant.fileNames(world))
            let content = try grant.content
            try requireFit(draft, content, grant.call.body())
            return try world.change(by: grant) { writer, author in
                let changed = try writer.updateContent(
                    id: content.id, title: draft.title, body: draft.body,
                    parentID: try newHolder(draft, of: content, grant, writer.reader), status: .current,
                    author: author, now: world.now, message: draft.message)
                return try shown(changed, grant, writer.reader)
            }
        }
    )

    /// What an update must repeat, and what it can't change.
    private static func requireFit(_ draft: CustomContentDraft, _ content: ContentRecord, _ json: JSON) throws {
        guard ContentDraft.id(json["id"]) == content.id else {
            throw CustomContentDraft.invalid(
                "The id of the body does not match that of the path",
                because: "the update of \(content.id) names another id, or none")
        }
        guard json["status"]?.stringValue == ContentStatus.current.rawValue else {
            throw CustomContentDraft.invalid(
                "The 'status' of the custom content is required, and must be current",
                because: "the update names another status, or none")
        }
        guard draft.type == content.custom else {
            throw CustomContentDraft.invalid(
                "The type of custom content can't be changed",
                because: "content \(content.id) is of the type \(content.typeName), in another form, or another's")
        }
        guard draft.spaceID == nil || draft.spaceID == content.spaceID else {
            throw CustomContentDraft.invalid(
                "Custom content can't be moved to another space",
                because: "content \(content.id) lies in \(content.spaceKey)")
        }
        try checkVersion(number: draft.version, content)
    }

    /// What is to hold it from now on; the caller must see that, and it lies in the same space.
    private static func newHolder(
        _ draft: CustomContentDraft, of content: ContentRecord, _ grant: Grant, _ store: StoreReader
    ) throws -> ParentChange {
        if draft.spaceID != nil { return .move(to: nil) }
        guard let container = draft.container else { return .keep }
        let holder = try store.content(container.id, of: container.kind, in: [.current, .archived])
        _ = try Hearing(name: grant.caller.name, viewer: grant.viewer, store: store).weigh(.view(holder))
        let line = try store.ancestors(of: holder.id).map(\.id) + [holder.id]
        guard holder.spaceID == content.spaceID, !line.contains(content.id) else {
            throw CustomContentDraft.invalid(
                "Custom content can't be moved there",
                because: "\(holder.id) lies in another space, or below content \(content.id)")
        }
        return .move(to: holder.id)
    }

    private static func shown(
        _ record: ContentRecord, isNew: Bool = false, _ grant: Grant, _ store: StoreReader
    ) throws -> Outcome {
        let form = record.custom?.isRaw == true ? BodyFormat.raw : .storage
        let details = try ContentLoader(grant, store).load(record, Expansion(["body.\(form.rawValue)"]))
        return .customContent(.one(details, isNew: isNew))
    }
}
