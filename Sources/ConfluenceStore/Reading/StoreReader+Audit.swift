import GRDB

import struct Foundation.Date

extension StoreReader {
    /// What was chosen for the whole site under a name; `nil` where nobody chose.
    package func siteSetting(_ name: String) throws -> String? {
        try one("SELECT value FROM site_settings WHERE name = ?", [name]) { $0[0] }
    }

    /// The entries of the audit log that a filter leaves, newest first.
    package func auditRecords(_ filter: AuditFilter, offset: Int, limit: Int) throws -> [AuditRecord] {
        let words = filter.text.map { "%\($0)%" }
        let from = filter.from.map { Instant($0) }
        let to = filter.to.map { Instant($0) }
        return try all(
            """
            SELECT authorID, authorName, address, createdAt, summary, description, category, isBySiteAdmin, details
            FROM audit_records
            WHERE (? IS NULL OR createdAt >= ?) AND (? IS NULL OR createdAt <= ?)
              AND (? IS NULL OR summary LIKE ? OR description LIKE ? OR authorName LIKE ?)
            ORDER BY createdAt DESC, id DESC LIMIT ? OFFSET ?
            """, [from, from, to, to, words, words, words, words, limit, offset]
        ) { row in
            let authorID: Int64? = row[0]
            return AuditRecord(
                author: try authorID.map { try account(rowID: $0) }, authorName: row[1], address: row[2],
                createdAt: (row[3] as Instant).date, summary: row[4], description: row[5], category: row[6],
                isBySiteAdmin: row[7], details: row[8])
        }
    }
}
