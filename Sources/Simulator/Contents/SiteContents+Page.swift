import ConfluenceModel
import ConfluenceStore

package import struct Foundation.Date

extension SiteContents {
    /// A page with all that hangs on it.
    package struct PageDetails: Sendable, Hashable {
        package var page: Page
        /// What lies above it, the root first; restrictions on viewing come down from there.
        package var ancestors: [Page]
        package var labels: [String]
        /// The newest first.
        package var versions: [Version]
        package var attachments: [Attachment]
        /// How many there are now, replies and those in the text with them.
        package var commentCount: Int
        /// The current pages right below.
        package var children: [Page]
        /// In storage format.
        package var body: String
    }

    package struct Version: Sendable, Hashable {
        package var number: Int
        package var moment: Date
        package var author: String
        package var message: String
    }

    package struct Attachment: Sendable, Hashable {
        package var name: String
        package var mediaType: String
        /// In bytes.
        package var size: Int
    }

    /// The page of that id whatever its status, or `nil` where there is none.
    package func page(id: Int64) throws -> PageDetails? {
        try details(id, [.page])
    }

    /// The page or blog post of that id whatever its status.
    package func content(id: Int64) throws -> PageDetails? {
        try details(id, [.page, .blogpost])
    }

    /// The page or blog post of that title, the current one before one that is archived, a draft or in the trash.
    package func content(titled title: String, inSpace key: String) throws -> PageDetails? {
        try simulator.inTurn { world in
            try world.read { store in
                for status in [ContentStatus.current, .archived, .draft, .trashed] {
                    let filter = ContentFilter(
                        kinds: [.page, .blogpost], spaceKey: key, title: title, statuses: [status], order: .newestFirst)
                    let found = try store.contents(filter, visibleTo: Self.everybody, limit: 1)
                    if let record = found.first { return try Self.details(of: record, store) }
                }
                return nil
            }
        }
    }

    private func details(_ id: Int64, _ kinds: Set<ContentKind>) throws -> PageDetails? {
        try simulator.inTurn { world in
            try world.read { store in
                guard let record = try store.content(id: id), kinds.contains(record.kind) else { return nil }
                return try Self.details(of: record, store)
            }
        }
    }

    private static func details(of record: ContentRecord, _ store: StoreReader) throws -> PageDetails {
        let all = Int(Int32.max)
        return PageDetails(
            page: try page(record, store),
            ancestors: try store.ancestors(of: record.id).map { try page($0, store) },
            labels: try store.allLabels(of: record.id).map { $0.ownerID == nil ? $0.name : "\($0.prefix):\($0.name)" },
            versions: try store.versions(of: record.id).map { version in
                Version(
                    number: version.number, moment: version.createdAt, author: version.author.name,
                    message: version.message)
            },
            attachments: try store.attachments(of: record.id, limit: all).map { file in
                Attachment(
                    name: file.title, mediaType: file.attachment?.mediaType ?? "", size: file.attachment?.size ?? 0)
            },
            commentCount: try store.comments(
                CommentFilter(containerID: record.id), visibleTo: everybody, limit: all
            ).count,
            children: try store.children(of: record.id, kind: .page, visibleTo: everybody, limit: all).map {
                try page($0, store)
            },
            body: record.body)
    }
}
