import ConfluenceModel
import GRDB

/// Making and changing accounts and groups.
extension StoreWriter {
    package func addGroup(_ name: String) throws {
        try run("INSERT OR IGNORE INTO groups (name) VALUES (?)", [name])
    }

    /// Removes a group, with its members' membership and all that it was granted in spaces.
    package func removeGroup(_ name: String) throws {
        let subject = Subject.group(name).key
        try run("DELETE FROM memberships WHERE groupID = (SELECT id FROM groups WHERE name = ?)", [name])
        try run("DELETE FROM groups WHERE name = ?", [name])
        try run("DELETE FROM space_permissions WHERE subject = ?", [subject])
        try run("DELETE FROM role_assignments WHERE subject = ?", [subject])
        try db.forgetViewers()
    }

    package func add(_ account: AccountRecord, to group: String) throws {
        try run(
            "INSERT OR IGNORE INTO memberships (userID, groupID) SELECT ?, id FROM groups WHERE name = ?",
            [account.id, group])
    }

    package func remove(_ account: AccountRecord, from group: String) throws {
        try run(
            "DELETE FROM memberships WHERE userID = ? AND groupID = (SELECT id FROM groups WHERE name = ?)",
            [account.id, group])
    }

    /// Adds a person who may use Confluence and is in no group.
    package func addAccount(
        name: String, displayName: String, email: String, password: String?
    ) throws -> AccountRecord {
        try run(
            """
            INSERT INTO users (name, displayName, email, accountID, userKey, password, isActive, isLicensed, isSiteAdmin,
              kind)
            VALUES (?, ?, ?, ?, ?, ?, 1, 1, 0, ?)
            """,
            [
                name, displayName, email, "712020:" + StableID.uuid("account", name),
                String(StableID.hexadecimal("user", name).prefix(32)), password, AccountKind.person.rawValue,
            ])
        return try reader.account(rowID: db.lastInsertedRowID)
    }

    /// Changes what is not `nil`.
    package func updateAccount(_ account: AccountRecord, displayName: String?, email: String?) throws {
        try run(
            "UPDATE users SET displayName = coalesce(?, displayName), email = coalesce(?, email) WHERE id = ?",
            [displayName, email, account.id])
    }
}
