import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What has a place in the tree of a space and is no page: folders, whiteboards, databases, and links shown as pages.
///
/// Only their places are simulated: what a whiteboard or a database shows has no form in the API.
extension Resource {
    static func treeContent(of kind: ContentKind) -> Resource {
        reading({ call, store in
            .view(try store.content(call.numericID(), of: kind, in: [.current, .archived, .trashed]))
        }) { grant, store, _ in
            let call = grant.call
            let content = try grant.content
            let parts = [("operations", "operations"), ("properties", "metadata.properties")]
                .filter { call.flag("include-\($0.0)") }.map(\.1)
            var details = try ContentLoader(grant, store).load(content, Expansion(parts))
            if call.flag("include-direct-children") {
                details.directChildren = try store.directChildren(of: content.id, visibleTo: grant.viewer, limit: 51)
            }
            return .tree(.treeContent(details))
        }
    }

    static func createTreeContent(of kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in
                let json = try call.body()
                guard let id = ContentDraft.id(json["spaceId"]), let space = try store.space(id: id) else {
                    throw Refusal(
                        .createDenied, [.contentType: kind.rawValue], because: "the body names no space of the site")
                }
                // Measured: a folder that names no place lies below the home page (mozilla/markfluence docs/confluence/spaces.md).
                let usual = kind == .folder ? try store.usualParent(in: space) : nil
                return .create(kind, space, parent: try store.parent(ContentDraft.id(json["parentId"]) ?? usual))
            },
            carryOut: { grant, world in
                let json = try grant.call.body()
                let title = json["title"]?.stringValue?.trimmingEdges() ?? ""
                guard kind != .folder || !title.isEmpty else {
                    throw Refusal(
                        .requestInvalid, [.text: "The 'title' of a folder is required"],
                        because: "the body names no title")
                }
                guard case .create(_, let space, let parent) = grant.demand else {
                    throw Refusal(.internalError, because: "the route creates nothing")
                }
                return try world.change(by: grant) { writer, author in
                    let parentID: Int64? = if case .content(let parent) = parent { parent.id } else { nil }
                    let content = try writer.createContent(
                        kind: kind, title: title, spaceID: space.id, parentID: parentID,
                        body: json["embedUrl"]?.stringValue ?? "", author: author, now: world.now)
                    for operation in grant.call.flag("private") ? RestrictedOperation.allCases : [] {
                        try writer.setRestriction(
                            of: content.id, operation: operation, subjects: [.user(author.name)])
                    }
                    return .tree(.treeContent(ContentDetails(content)))
                }
            }
        )
    }

    /// Moves it to the trash; what lies below takes its place.
    static func deleteTreeContent(of kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in
                .content(.delete, try store.content(call.numericID(), of: kind, in: [.current, .archived]))
            },
            carryOut: deleteContent.carryOut
        )
    }
}
