import ConfluenceStore
import Foundation

/// Removing a space with all that is in it.
struct SpaceDeletion: LongWork {
    var spaceID: Int64
    var key: String
    /// How many pages the space holds.
    var size: Int

    var name: String { "Space Deletion" }
    var summary: String { "The space \(key) has been deleted" }

    func carryOut(_ writer: StoreWriter, by author: AccountRecord, at moment: Date) throws -> LongTask.Result {
        // Somebody else's task may have been quicker.
        if try writer.reader.space(id: spaceID) != nil { try writer.deleteSpace(id: spaceID) }
        return LongTask.Result()
    }
}
