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
        try simulator.inTurn { world in
            try world.read { store in
                guard let record = try store.content(id: id), record.kind == .page else { return nil }
                return PageDetails(
                    page: try Self.page(record, store),
                    ancestors: try store.ancestors(of: id).map { try Self.page($0, store) },
                    labels: try store.labels(of: id).map(\.name),
                    versions: try store.versions(of: id).map { version in
                        Version(
                            number: version.number, moment: version.createdAt, author: version.author.name,
                            message: version.message)
                    },
                    attachments: try store.attachments(of: id, limit: Int(Int32.max)).map { file in
                        Attachment(
                            name: file.title, mediaType: file.attachment?.mediaType ?? "",
                            size: file.attachment?.size ?? 0)
                    },
                    body: record.body)
            }
        }
    }
}
