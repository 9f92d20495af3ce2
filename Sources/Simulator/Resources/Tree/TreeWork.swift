import ConfluenceStore
import Foundation

/// Archiving pages, each for itself.
struct ArchiveWork: LongWork {
    var pages: [Int64]

    let name = "Archive pages"
    var size: Int { pages.count }
    var summary: String { "\(pages.count) pages archived" }

    func carryOut(_ writer: StoreWriter, by author: AccountRecord, at moment: Date) throws -> LongTask.Result {
        for id in pages { try writer.archive(id: id, now: moment) }
        return LongTask.Result()
    }
}

/// Moving a page and all the pages below it to the trash.
struct TrashTreeWork: LongWork {
    var root: Int64
    var size: Int

    let name = "Delete page tree"
    var summary: String { "\(size) pages moved to the trash" }

    func carryOut(_ writer: StoreWriter, by author: AccountRecord, at moment: Date) throws -> LongTask.Result {
        try writer.trashTree(id: root, by: author, now: moment)
        return LongTask.Result()
    }
}
