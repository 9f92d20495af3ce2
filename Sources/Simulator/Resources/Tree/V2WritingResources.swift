import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Pages and blog posts as Cloud's v2 writes them; what is stored is what v1 stores.
extension Resource {
    static let createPage = creating(.page)
    static let createBlogPost = creating(.blogpost)
    static let updatePage = updating(.page)
    static let updateBlogPost = updating(.blogpost)
    static let deletePage = deleting(.page)
    static let deleteBlogPost = deleting(.blogpost)
    static let deleteCustomContent = deleting(.custom)

    private static func creating(_ kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in
                let draft = try ContentDraft(v2: call)
                if try call.body()["spaceId"] == nil {
                    throw Refusal(
                        .requestInvalid, [.text: "The 'spaceId' of the content is required"],
                        because: "the body names no space")
                }
                guard let id = draft.spaceID, let space = try store.space(id: id) else {
                    let id = draft.spaceID.map(String.init) ?? ""
                    throw Refusal(
                        .createDenied, [.id: id, .contentType: kind.rawValue], because: "no space has the id “\(id)”")
                }
                // A page that names no parent goes below the space's home page, unless the caller wants it beside that.
                let usual = try call.flag("root-level") || kind != .page ? nil : store.usualParent(in: space)
                return .create(kind, space, parent: try store.parent(kind == .page ? draft.parentID ?? usual : nil))
            },
            carryOut: { grant, world in
                let draft = try ContentDraft(v2: grant.call, fileName: grant.fileNames(world))
                return try create(draft, grant, world, isPrivate: grant.call.flag("private"))
            }
        )
    }

    // MARK: Changing

    private static func updating(_ kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in
                .edit(try store.editable(call.numericID(), of: kind, status: call.body()["status"]?.stringValue))
            },
            carryOut: { grant, world in
                let draft = try ContentDraft(v2: grant.call, fileName: grant.fileNames(world))
                let content = try grant.content
                try checkVersion(draft, content)
                try requireMembers(of: grant.call.body(), for: content)
                return try update(draft, grant, world)
            }
        )
    }

    /// v2 wants the page whole.
    private static func requireMembers(of json: JSON, for content: ContentRecord) throws(Refusal) {
        for name in ["id", "status", "title", "body"] where json[name] == nil {
            throw Refusal(
                .requestInvalid, [.text: "The '\(name)' of the content is required"],
                because: "the update lacks “\(name)”")
        }
        guard ContentDraft.id(json["id"]) == content.id else {
            throw Refusal(
                .requestInvalid, [.text: "The id of the body does not match that of the path"],
                because: "the update of \(content.id) names another id")
        }
    }

    /// Changes the title alone, as a version of its own.
    static let updatePageTitle = Resource(
        demand: { call, store in
            .edit(try store.content(call.numericID(), of: .page, in: [.current, .archived, .draft]))
        },
        carryOut: { grant, world in
            let body = try grant.call.body()
            let content = try grant.content
            guard let title = body["title"]?.stringValue?.trimmingEdges(), !title.isEmpty else {
                throw Refusal(.requestInvalid, [.text: "The 'title' is required"], because: "the body names no title")
            }
            guard let status = body["status"]?.stringValue, status == content.status.rawValue else {
                throw Refusal(
                    .requestInvalid, [.text: "The 'status' is required, and must be that of the page"],
                    because: "the page is \(content.status.rawValue)")
            }
            return try world.change(by: grant) { writer, author in
                if content.status == .current, let space = try writer.reader.space(id: content.spaceID) {
                    try requireFree(title, space, writer.reader, but: content.id)
                }
                let changed = try writer.updateContent(id: content.id, title: title, author: author, now: world.now)
                return .content(try ContentLoader(grant, writer.reader).load(changed, Expansion()))
            }
        }
    )

    // MARK: Deleting

    /// What is current goes to the trash; what lies there, and drafts, go for good where the query says so.
    private static func deleting(_ kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in
                let isPurge = call.flag("purge")
                let isDraft = call.flag("draft")
                let content = try store.content(
                    call.numericID(), of: kind, in: Set(ContentStatus.allCases).subtracting(isDraft ? [] : [.draft]))
                switch content.status {
                case .trashed where isPurge, .draft: return .content(.purge, content)
                case .trashed: throw Refusal.missing(content.id, kind: kind, because: "it lies in the trash already")
                case .current where isDraft:
                    guard let draft = try store.draft(of: content) else {
                        throw Refusal.missing(content.id, kind: kind, because: "content \(content.id) has no draft")
                    }
                    return .edit(draft)
                case .current, .archived:
                    guard !isPurge else {
                        throw Refusal(
                            .requestInvalid, [.text: "Only trashed content can be purged"],
                            because: "content \(content.id) is \(content.status.rawValue)")
                    }
                    return .content(.delete, content)
                }
            },
            carryOut: deleteContent.carryOut
        )
    }
}
