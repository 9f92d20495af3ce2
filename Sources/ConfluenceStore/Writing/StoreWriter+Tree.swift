import GRDB

package import struct Foundation.Date

/// What happens to pages together with those below them.
extension StoreWriter {
    /// Takes a page out of what is current; it keeps its place, its title and what lies below it.
    package func archive(id: Int64, now: Date) throws {
        _ = try existing(id)
        try run("UPDATE content SET status = 'archived' WHERE id = ? AND status = 'current'", [id])
        try queueRemoval(of: id)
    }

    /// Moves content with all that lies below it to the trash, where each page still knows what lay above it.
    package func trashTree(id: Int64, by account: AccountRecord, now: Date) throws {
        let pages = try [existing(id).id] + reader.tree(below: id).map(\.id)
        for page in pages {
            try run("UPDATE content SET status = 'trashed', modifiedAt = ? WHERE id = ?", [Instant(now), page])
            try queueRemoval(of: page)
        }
    }
}
