import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What lies behind ids, for clients that kept ids of v1 alone.
extension Resource {
    static let typesOfContent = Resource.reading({ _, _ in .list }) { grant, store, _ in
        guard let ids = try grant.call.body()["contentIds"]?.arrayValue, ids.count <= 100 else {
            throw Refusal(
                .requestInvalid, [.text: "Up to 100 'contentIds' are required"],
                because: "the body lists no ids, or too many")
        }
        var types: [(id: String, type: String?)] = []
        for entry in ids {
            guard let id = ContentDraft.id(entry) else {
                throw Refusal(
                    .requestInvalid, [.text: "The 'contentIds' must be numbers"], because: "an id is no number")
            }
            let filter = ContentFilter(statuses: Set(ContentStatus.allCases), ids: [id])
            let content = try store.contents(filter, visibleTo: grant.viewer, limit: 1).first
            types.append(("\(id)", content.map { typeName($0) }))
        }
        return .tree(.types(types))
    }

    /// v2 tells two kinds of comments apart.
    private static func typeName(_ content: ContentRecord) -> String {
        content.kind == .comment ? "footer-comment" : content.typeName
    }
}
