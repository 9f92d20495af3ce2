import ConfluenceModel
import GRDB

package import struct Foundation.Date

extension StoreWriter {
    /// Moves content to the trash; the pages below it move up to its parent first.
    package func trash(id: Int64, by account: AccountRecord, now: Date) throws {
        _ = try existing(id)
        try moveChildrenUp(of: id)
        try run("UPDATE content SET status = 'trashed', modifiedAt = ? WHERE id = ?", [Instant(now), id])
        try queueRemoval(of: id)
    }

    /// Takes content out of the trash to where it was, or to the root of its space where that is gone.
    package func restore(id: Int64, now: Date) throws {
        let content = try existing(id)
        if let parentID = content.parentID, try existing(parentID).status == .trashed { try move(id, to: nil) }
        try run("UPDATE content SET status = 'current', modifiedAt = ? WHERE id = ?", [Instant(now), id])
        try run("DELETE FROM removal_queue WHERE contentID = ?", [id])
    }

    /// Removes content with its history, comments, files and custom content for good; the pages below it move up.
    package func purge(id: Int64) throws {
        try moveChildrenUp(of: id)
        let parts: [Int64] = try reader.all(
            "SELECT id FROM content WHERE parentID = ? AND kind IN ('comment', 'attachment', 'custom')", [id]
        ) { $0[0] }
        for part in parts { try purge(id: part) }
        try forgetWords(of: id)
        try run("UPDATE spaces SET homepageID = NULL WHERE homepageID = ?", [id])
        try run("DELETE FROM removal_queue WHERE contentID = ?", [id])
        try run("DELETE FROM content WHERE id = ?", [id])
        try db.forgetViewers()
    }

    /// Gives the pages below a page its parent, in their order, after the children the parent has.
    package func moveChildrenUp(of id: Int64) throws {
        let page = try existing(id)
        let children: [Int64] = try reader.all(
            "SELECT id FROM content WHERE parentID = ? AND kind NOT IN ('comment', 'attachment', 'custom') AND status != 'trashed' "
                + "ORDER BY position, id",
            [id]
        ) { $0[0] }
        for child in children { try move(child, to: page.parentID) }
    }
}
