import GRDB

extension StoreReader {
    /// What is kept of an account, in the order of the keys.
    package func properties(ofUser account: AccountRecord) throws -> [UserPropertyRecord] {
        try all(
            "SELECT id, key, value, createdAt, modifiedAt FROM user_properties WHERE userID = ? ORDER BY key",
            [account.id]
        ) { row in
            UserPropertyRecord(
                id: row[0], key: row[1], value: row[2], createdAt: (row[3] as Instant).date,
                modifiedAt: (row[4] as Instant).date)
        }
    }

    package func property(_ key: String, ofUser account: AccountRecord) throws -> UserPropertyRecord? {
        try properties(ofUser: account).first { $0.key == key }
    }
}
