import GRDB

package import struct Foundation.Date

extension StoreWriter {
    /// Keeps a value, as JSON text, of an account; one that the key has already makes room.
    package func setProperty(_ key: String, to value: String, ofUser account: AccountRecord, now: Date) throws {
        guard let known = try reader.property(key, ofUser: account) else {
            try run(
                """
                INSERT INTO user_properties (id, userID, key, value, createdAt, modifiedAt) VALUES (?, ?, ?, ?, ?, ?)
                """, [try nextID(), account.id, key, value, Instant(now), Instant(now)])
            return
        }
        try run(
            "UPDATE user_properties SET value = ?, modifiedAt = ? WHERE id = ?", [value, Instant(now), known.id])
    }

    package func removeProperty(_ key: String, ofUser account: AccountRecord) throws {
        try run("DELETE FROM user_properties WHERE userID = ? AND key = ?", [account.id, key])
    }
}
