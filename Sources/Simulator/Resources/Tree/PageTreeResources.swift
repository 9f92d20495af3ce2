import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What is done to many pages at once; the site takes it on and goes on with it after the answer.
extension Resource {
    /// The most pages that one request archives. Source: Cloud's v1 description.
    private static let mostToArchive = 300

    static let archivePages = Resource(
        demand: { call, store in
            let ids = try pagesToArchive(call)
            let pages = try ids.map { try archivable($0, store) }
            return .all(pages.map { .content(.archive, $0) })
        },
        carryOut: { grant, world in
            .longTask(.accepted(try world.start(ArchiveWork(pages: grant.contents.map(\.id)), by: grant)))
        }
    )

    /// Clients send `{"pages": [{"id": 1}]}`, with numbers for ids: texts are refused.
    private static func pagesToArchive(_ call: Call) throws -> [Int64] {
        guard let entries = try call.body()["pages"]?.arrayValue, !entries.isEmpty else {
            throw Refusal(.requestInvalid, [.text: "Pages to archive are missing"], because: "the body names no pages")
        }
        guard entries.count <= mostToArchive else {
            throw Refusal(
                .requestInvalid, [.text: "The number of pages to archive is larger than the limit of 300"],
                because: "\(entries.count) pages are more than can be archived at once")
        }
        return try entries.map { entry in
            guard let id = entry["id"]?.integerValue else {
                throw Refusal(
                    .requestInvalid, [.text: "The id of a page must be a number"],
                    because: "the body names a page by something that is no number")
            }
            return id
        }
    }

    private static func archivable(_ id: Int64, _ store: StoreReader) throws -> ContentRecord {
        guard let page = try store.content(id: id) else {
            throw Refusal(.archiveFailed, [.id: String(id)], because: "there is no content with the id \(id)")
        }
        guard page.kind == .page, page.status == .current else {
            throw Refusal(
                .requestInvalid, [.text: "Content \(id) is no page that can be archived"],
                because: "\(id) is a \(page.status.rawValue) \(page.kind.rawValue), not a current page")
        }
        return page
    }

    /// Who may not delete one of the pages deletes none.
    static let deletePageTree = Resource(
        demand: { call, store in
            let root = try store.content(call.contentID())
            guard root.kind == .page, root.status == .current else {
                throw Refusal(
                    .requestInvalid, [.text: "Content \(root.id) is no current page"],
                    because: "\(root.id) is a \(root.status.rawValue) \(root.kind.rawValue), not a current page")
            }
            return .all(try ([root] + store.tree(below: root.id)).map { .content(.delete, $0) })
        },
        carryOut: { grant, world in
            let work = TrashTreeWork(root: try grant.content.id, size: grant.contents.count)
            return .longTask(.accepted(try world.start(work, by: grant)))
        }
    )
}
