import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Creating, changing and deleting content.
extension Resource {
    /// What an answer to a write shows, and to a creation without `expand`; that of an update has none.
    private static let written = ["history", "space", "version", "ancestors", "body.storage"]
    private static let writtenExpansion = Expansion(written)

    static let createContent = Resource(
        demand: { call, store in
            let draft = try ContentDraft(rest: call)
            if draft.kind == .comment { return .content(.comment, try CommentDraft(rest: call).container(store)) }
            return .create(
                draft.kind, try store.spaceOfCreation(draft.spaceKey, draft), parent: try store.parent(draft.parentID))
        },
        carryOut: { grant, world in
            let draft = try ContentDraft(rest: grant.call, fileName: grant.fileNames(world))
            guard draft.kind == .comment else { return try create(draft, grant, world) }
            let comment = try CommentDraft(rest: grant.call, fileName: grant.fileNames(world))
            return try world.change(by: grant) { writer, author in
                let made = try add(comment, to: grant.content, writer, by: author, world)
                return .content(
                    try ContentLoader(grant, writer.reader).load(made, grant.call.expansion(standard: written)))
            }
        }
    )

    /// - Parameter isPrivate: Whether nobody but its author is to see it, until the author lets others in.
    static func create(
        _ draft: ContentDraft, _ grant: Grant, _ world: World, isPrivate: Bool = false
    ) throws -> Outcome {
        let (kind, spaceID, spaceKey, parentID) = try placeOfCreation(grant.demand)
        let title = draft.title?.trimmingEdges() ?? ""
        // Only what is published needs one, v2 says; v1 wants it of drafts too.
        guard !title.isEmpty || (draft.status == .draft && grant.call.route.api == .v2) else {
            throw Refusal(
                .requestInvalid, [.text: "Title is required to create content."], because: "the title is missing")
        }
        return try world.change(by: grant) { writer, author in
            if kind == .page, draft.status == .current { try writer.reader.requireFree(title, spaceID, spaceKey) }
            let content = try writer.createContent(
                kind: kind, title: title, spaceID: spaceID, parentID: parentID, body: draft.body ?? "",
                status: draft.status, custom: draft.custom, subtype: kind == .page ? draft.subtype : nil,
                author: author, now: world.now, message: draft.message)
            // Measured: who makes a page watches it (MrRefactoring/confluence.js).
            try writer.watch(.content(content.id), author)
            try writer.set(draft.properties, of: content.id, by: author, now: world.now)
            for operation in isPrivate ? RestrictedOperation.allCases : [] {
                try writer.setRestriction(of: content.id, operation: operation, subjects: [.user(author.name)])
            }
            return .content(
                try ContentLoader(grant, writer.reader).load(content, grant.call.expansion(standard: written)))
        }
    }

    private static func placeOfCreation(
        _ demand: Demand
    ) throws(Refusal) -> (kind: ContentKind, spaceID: Int64, spaceKey: String, parentID: Int64?) {
        switch demand {
        case .create(let kind, let space, .content(let parent)): return (kind, space.id, space.key, parent.id)
        case .create(let kind, let space, _): return (kind, space.id, space.key, nil)
        default: throw Refusal(.internalError, because: "the route creates nothing")
        }
    }

    static let updateContent = Resource(
        demand: { call, store in
            let id = try call.contentID()
            guard let kind = try store.content(id: id)?.kind else { throw Refusal.missing(id) }
            return .edit(try store.editable(id, of: kind, status: call.body()["status"]?.stringValue))
        },
        carryOut: { grant, world in
            let draft = try ContentDraft(rest: grant.call, fileName: grant.fileNames(world))
            try checkVersion(draft, grant.content)
            try requireWhole(grant.call.body(), grant.content)
            return try update(draft, grant, world)
        }
    )

    /// What v1 wants to be told of a page again, changed or not.
    private static func requireWhole(_ json: JSON, _ content: ContentRecord) throws(Refusal) {
        guard content.kind == .page || content.kind == .blogpost else { return }
        for name in ["type", "title"] where json[name]?.stringValue?.isEmpty ?? true {
            throw Refusal(
                .requestInvalid, [.text: "The \(name) of the content is required"],
                because: "the update lacks “\(name)”")
        }
    }

    static func update(_ draft: ContentDraft, _ grant: Grant, _ world: World) throws -> Outcome {
        let content = try grant.content
        if content.status == .trashed { return try restore(content, grant, world) }
        if content.status == .current, draft.status == .draft { return try saveDraft(draft, of: content, grant, world) }
        if let key = draft.spaceKey, key != content.spaceKey {
            throw Refusal(
                .requestInvalid, [.text: "You can't change an existing page's space."],
                because: "the update names the space \(key), the page lies in \(content.spaceKey)")
        }
        return try world.change(by: grant) { writer, author in
            let title = draft.title?.trimmingEdges() ?? content.title
            // Comments and what apps keep may have none.
            let needsTitle = [.page, .blogpost].contains(content.kind) && draft.status != .draft
            guard !needsTitle || !title.isEmpty else {
                throw Refusal(.requestInvalid, [.text: "Title is required."], because: "the title is empty")
            }
            if content.kind == .page, draft.status == .current, let space = try writer.reader.space(id: content.spaceID)
            {
                try requireFree(title, space, writer.reader, but: content.id)
            }
            if let id = draft.parentID { try requireParent(id, of: content, grant, writer.reader) }
            let changed = try writer.updateContent(
                id: content.id, title: title, body: draft.body,
                parentID: draft.parentID.map { .move(to: $0) } ?? .keep, status: draft.status, author: author,
                now: world.now, message: draft.message, isMinorEdit: draft.isMinorEdit)
            try writer.discardDraft(of: content.id)
            try writer.set(draft.properties, of: content.id, by: author, now: world.now)
            return .content(try ContentLoader(grant, writer.reader).load(changed, writtenExpansion))
        }
    }

    /// Keeps a change of published content for later; readers go on with what is published.
    private static func saveDraft(
        _ draft: ContentDraft, of content: ContentRecord, _ grant: Grant, _ world: World
    ) throws -> Outcome {
        try world.change(by: grant) { writer, author in
            try writer.saveDraft(
                of: content.id, title: draft.title?.trimmingEdges() ?? content.title, body: draft.body ?? content.body,
                author: author, now: world.now, message: draft.message)
            let saved = try writer.reader.draft(of: content) ?? content
            return .content(try ContentLoader(grant, writer.reader).load(saved, writtenExpansion))
        }
    }

    /// An update that makes trashed content current changes nothing else of it.
    private static func restore(_ content: ContentRecord, _ grant: Grant, _ world: World) throws -> Outcome {
        try world.change(by: grant) { writer, _ in
            if content.kind == .page {
                try writer.reader.requireFree(content.title, content.spaceID, content.spaceKey)
            }
            try writer.restore(id: content.id, now: world.now)
            let restored = try writer.reader.content(content.id)
            return .content(try ContentLoader(grant, writer.reader).load(restored, writtenExpansion))
        }
    }

    /// A page can be moved only to where the caller may look, and within its space.
    private static func requireParent(
        _ id: Int64, of content: ContentRecord, _ grant: Grant, _ store: StoreReader
    ) throws {
        let parent = try store.content(id)
        _ = try Hearing(name: grant.caller.name, viewer: grant.viewer, store: store).weigh(.view(parent))
        let line = try store.ancestors(of: id).map(\.id) + [id]
        guard parent.spaceID == content.spaceID, ContentKind.ofTree.contains(parent.kind), !line.contains(content.id)
        else {
            throw Refusal(
                .requestInvalid, [.text: "The page can't be moved there."],
                because: "\(id) is no page of \(content.spaceKey) that \(content.id) could lie below")
        }
    }

    /// An update names the version after the current one.
    static func checkVersion(number: Int?, _ content: ContentRecord) throws(Refusal) {
        let current = content.version.number
        guard let number else {
            throw Refusal(.versionMissing, because: "the update names no version, the current one is \(current)")
        }
        guard number == current + 1 || (content.status == .draft && number == current) else {
            throw Refusal(
                .staleVersion, [.current: String(current), .provided: String(number)],
                because: "the update names version \(number), the current one is \(current)")
        }
    }

    static func checkVersion(_ draft: ContentDraft, _ content: ContentRecord) throws {
        let current = content.version.number
        guard let version = draft.version else {
            throw Refusal(.versionMissing, because: "the update names no version, the current one is \(current)")
        }
        // A draft has no history: it is saved over again under its first number. What is restored is not changed.
        let mayStay = content.status == .draft || content.status == .trashed
        let isDraft = content.status == .current && draft.status == .draft && version == 1
        guard version == current + 1 || isDraft || (mayStay && version == current) else {
            throw Refusal(
                .staleVersion, [.current: String(current), .provided: String(version)],
                because: "the update names version \(version), the current one is \(current)")
        }
    }

    static let deleteContent = Resource(
        demand: { call, store in
            let content = try store.content(
                call.contentID(), orTrashed: call.item("status") == "trashed" || call.item("purge") == "true")
            if content.status == .current, call.item("status") == "draft" {
                guard let draft = try store.draft(of: content) else {
                    throw Refusal.missing(content.id, because: "content \(content.id) has no draft")
                }
                return .edit(draft)
            }
            return .content(content.status == .trashed || content.status == .draft ? .purge : .delete, content)
        },
        carryOut: { grant, world in
            guard case .content(let operation, let content) = grant.demand else {
                throw Refusal(.internalError, because: "the route deletes nothing")
            }
            try world.change(by: grant) { writer, author in
                if operation == .update {
                    // It is the draft of published content that goes.
                    try writer.discardDraft(of: content.id)
                } else if operation == .purge || content.kind.hasNoTrash {
                    try writer.purge(id: content.id)
                } else {
                    try writer.trash(id: content.id, by: author, now: world.now)
                }
            }
            return .done
        }
    )
}

extension ContentKind {
    /// Comments are gone at once; what pages and their files leave lies in the trash.
    fileprivate var hasNoTrash: Bool { self == .comment }
}

extension StoreReader {
    /// The space in which something is to be created; here alone Confluence ignores the case of keys.
    fileprivate func spaceOfCreation(_ key: String?, _ draft: ContentDraft) throws -> SpaceRecord {
        guard let key else {
            throw Refusal(
                .requestInvalid, [.text: "A space is required to create content."], because: "the body names no space")
        }
        if let space = try space(keyIgnoringCase: key) { return space }
        throw Refusal(
            .createDenied, [.key: key, .contentType: draft.kind.rawValue], because: "no space has the key “\(key)”")
    }

    /// Titles are unique in a space, also against pages that the caller can't see.
    fileprivate func requireFree(_ title: String, _ spaceID: Int64, _ key: String) throws {
        guard let taken = try content(kind: .page, title: title, spaceID: spaceID, ignoringCase: true) else { return }
        throw Refusal(
            .titleTaken, [.title: title, .key: key],
            because: "the title “\(title)” is taken in \(key) by page \(taken.id)")
    }

    /// Content that can be changed: what lies in the trash only where the change takes it out.
    func editable(
        _ id: Int64, of kind: ContentKind, status: @autoclosure () throws -> String?
    ) throws -> ContentRecord {
        let content = try content(id, of: kind, in: Set(ContentStatus.allCases))
        guard try content.status != .trashed || status() == ContentStatus.current.rawValue else {
            throw Refusal.missing(id, kind: kind, because: "content \(id) lies in the trash")
        }
        return content
    }

    /// What content of a space lies below that names no parent: its home page, unless that is gone.
    func usualParent(in space: SpaceRecord) throws -> Int64? {
        guard let id = space.homepageID, try content(id: id)?.status == .current else { return nil }
        return id
    }

    func parent(_ id: Int64?) throws -> Demand.Parent? {
        guard let id else { return nil }
        do {
            return .content(try content(id))
        } catch let refusal as Refusal {
            return .missing(refusal)
        }
    }
}
