import ConfluenceModel
import ConfluenceStore

/// Weighs one demand of one caller against the permissions and restrictions of the site.
struct Hearing {
    let caller: Caller
    let viewer: Viewer
    let store: StoreReader

    /// Why the demand is granted, in words; throws the refusal where it is not.
    func weigh(_ demand: Demand) throws -> String {
        switch demand {
        case .nothing:
            return "\(caller.name) may use Confluence"
        case .list:
            return "\(caller.name) gets what it may view"
        case .viewSpace(let space):
            try requireView(of: space.id, key: space.key) {
                Refusal(.spaceMissing, [.key: space.key], hidden: true, because: $0)
            }
            return "\(caller.name) may view the space \(space.key)"
        case .view(let content):
            try requireView(of: content)
            return "\(caller.name) may view \(Self.name(content))"
        case .edit(let content):
            try require(.createPage, of: content, orRefuse: .editDenied)
            return "\(caller.name) may edit \(Self.name(content))"
        case .label(let content):
            try require(.createPage, of: content, orRefuse: .labelDenied)
            return "\(caller.name) may label \(Self.name(content))"
        case .attach(let content):
            try require(.createAttachment, of: content, orRefuse: .attachDenied)
            return "\(caller.name) may attach files to \(Self.name(content))"
        case .delete(let content):
            let isOwn = caller.account != nil && content.creator.id == caller.account?.id
            let operations = try operations(in: content.spaceID)
            let ownOnly = isOwn && operations.contains(.deleteOwn) && !operations.contains(.deletePage)
            try require(ownOnly ? .deleteOwn : .deletePage, of: content, orRefuse: .deleteDenied)
            return "\(caller.name) may delete \(Self.name(content))"
        case .create(let kind, let space, let parent):
            try requireCreate(kind, in: space, below: parent)
            return "\(caller.name) may create a \(kind.rawValue) in \(space.key)"
        }
    }

    /// How the journal names a piece of content.
    static func name(_ content: ContentRecord) -> String {
        "\(content.kind.rawValue) \(content.id) “\(content.title)” in \(content.spaceKey)"
    }

    private func operations(in spaceID: Int64) throws -> Set<SpaceOperation> {
        try store.operations(in: spaceID, for: viewer)
    }

    private func requireView(of spaceID: Int64, key: String, otherwise refusal: (String) -> Refusal) throws {
        guard try operations(in: spaceID).contains(.view) else {
            throw refusal("\(caller.name) has no “view” permission in \(key)")
        }
    }

    private func requireView(of content: ContentRecord) throws {
        let hidden = { (reason: String) in
            Refusal(.contentMissing, [.id: String(content.id)], hidden: true, because: reason)
        }
        try requireView(of: content.spaceID, key: content.spaceKey, otherwise: hidden)
        if content.guardID != nil, let barrier = try store.viewBarrier(content.id, for: viewer) {
            throw hidden(
                "viewing \(Self.name(content)) is restricted\(Self.place(barrier, content)) and leaves out \(caller.name)"
            )
        }
    }

    private func require(
        _ operation: SpaceOperation,
        of content: ContentRecord,
        orRefuse kind: Refusal.Kind
    ) throws {
        try requireView(of: content)
        let values: [Refusal.Value: String] = [
            .id: String(content.id), .contentType: content.kind.rawValue, .title: content.title,
        ]
        if let barrier = try store.editBarrier(content.id, for: viewer) {
            throw Refusal(
                kind, values,
                because:
                    "editing \(Self.name(content)) is restricted\(Self.place(barrier, content)) and leaves out \(caller.name)"
            )
        }
        guard try operations(in: content.spaceID).contains(operation) else {
            throw Refusal(
                kind, values,
                because: "\(caller.name) has no “\(operation.rawValue)” permission in \(content.spaceKey)")
        }
    }

    private func requireCreate(_ kind: ContentKind, in space: SpaceRecord, below parent: ContentRecord?) throws {
        let needed: SpaceOperation =
            switch kind {
            case .page: .createPage
            case .blogpost: .createBlogPost
            case .comment: .createComment
            case .attachment: .createAttachment
            }
        let denied = { (reason: String) in
            Refusal(.createDenied, [.contentType: kind.rawValue, .key: space.key], because: reason)
        }
        try requireView(of: space.id, key: space.key, otherwise: denied)
        guard try operations(in: space.id).contains(needed) else {
            throw denied("\(caller.name) has no “\(needed.rawValue)” permission in \(space.key)")
        }
        if let parent { try requireView(of: parent) }
    }

    /// Where a restriction stands, unless it is the content's own.
    private static func place(_ barrier: RestrictionRecord, _ content: ContentRecord) -> String {
        barrier.contentID == content.id ? "" : " by \(barrier.contentID) “\(barrier.contentTitle)” above it"
    }
}
