import GRDB

package import struct Foundation.Date

extension StoreWriter {
    /// Puts a property on content or on a space that has none of that key.
    ///
    /// - Parameter id: A number to use instead of the next free one.
    @discardableResult
    package func createProperty(
        id: Int64? = nil, key: String, value: String, of owner: PropertyOwner, author: AccountRecord, now: Date
    ) throws -> PropertyRecord? {
        let (contentID, spaceID): (Int64?, Int64?) =
            switch owner {
            case .content(let id): (id, nil)
            case .space(let id): (nil, id)
            }
        try run(
            """
            INSERT INTO properties (id, contentID, spaceID, key, value, createdAt, creatorID, version, modifiedAt,
            modifierID, message, isMinorEdit) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, '', 0)
            """,
            [
                try id ?? nextID(), contentID, spaceID, key, value, Instant(now), author.id, Instant(now), author.id,
            ])
        return try reader.property(key: key, of: owner)
    }

    /// Writes the property's next version.
    @discardableResult
    package func updateProperty(
        id: Int64, value: String, of owner: PropertyOwner, author: AccountRecord, now: Date, message: String = "",
        isMinorEdit: Bool = false
    ) throws -> PropertyRecord? {
        try run(
            """
            UPDATE properties SET value = ?, version = version + 1, modifiedAt = ?, modifierID = ?, message = ?,
            isMinorEdit = ? WHERE id = ?
            """, [value, Instant(now), author.id, message, isMinorEdit, id])
        return try reader.property(id: id, of: owner)
    }

    package func removeProperty(id: Int64) throws {
        try run("DELETE FROM properties WHERE id = ?", [id])
    }
}
