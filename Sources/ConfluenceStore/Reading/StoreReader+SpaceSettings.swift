import GRDB

package import struct Foundation.Date

extension StoreReader {
    /// What was chosen for a space under a name; `nil` where nobody chose.
    package func setting(_ name: String, of spaceID: Int64) throws -> String? {
        try one("SELECT value FROM space_settings WHERE spaceID = ? AND name = ?", [spaceID, name]) { $0[0] }
    }

    /// How many pages a space holds, whatever their state.
    package func pageCount(of spaceID: Int64) throws -> Int {
        try one("SELECT count(*) FROM content WHERE spaceID = ? AND kind = 'page'", [spaceID]) { $0[0] as Int } ?? 0
    }

    /// When an account made a space its favourite; `nil` where it did not.
    package func favoured(spaceID: Int64, by account: AccountRecord) throws -> Date? {
        try one(
            "SELECT createdAt FROM favourite_spaces WHERE userID = ? AND spaceID = ?", [account.id, spaceID]
        ) { ($0[0] as Instant).date }
    }

    /// When an account made content its favourite; `nil` where it did not.
    package func favoured(contentID: Int64, by account: AccountRecord) throws -> Date? {
        try one(
            "SELECT createdAt FROM favourite_content WHERE userID = ? AND contentID = ?", [account.id, contentID]
        ) { ($0[0] as Instant).date }
    }
}
