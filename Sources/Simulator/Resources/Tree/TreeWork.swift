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

/// Copying pages with all that was asked for, each below the copy of what it lay below.
struct CopyTreeWork: LongWork {
    /// The root first, and no page before its parent.
    var pages: [Int64]
    var destination: Int64
    var titles: CopiedTitles
    var parts: CopiedParts

    let name = "Copy page hierarchy"
    var size: Int { pages.count }
    var summary: String { "\(size) pages copied" }

    func carryOut(_ writer: StoreWriter, by author: AccountRecord, at moment: Date) throws -> LongTask.Result {
        guard let parent = try writer.reader.content(id: destination) else {
            throw StoreError.noSuchContent(destination)
        }
        var copies: [Int64: Int64] = [:]
        for id in pages {
            guard let page = try writer.reader.content(id: id) else { throw StoreError.noSuchContent(id) }
            let copy = try writer.copy(
                id, title: titles.title(for: page.title), spaceID: parent.spaceID,
                parentID: page.parentID.flatMap { copies[$0] } ?? destination, with: parts, author: author, now: moment)
            copies[id] = copy.id
        }
        return LongTask.Result(contentID: pages.first.flatMap { copies[$0] })
    }
}
