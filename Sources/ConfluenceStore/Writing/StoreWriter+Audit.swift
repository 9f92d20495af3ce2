import GRDB

package import struct Foundation.Date

extension StoreWriter {
    package func setSite(_ setting: String, to value: String?) throws {
        guard let value else { return try run("DELETE FROM site_settings WHERE name = ?", [setting]) }
        try run("INSERT OR REPLACE INTO site_settings (name, value) VALUES (?, ?)", [setting, value])
    }

    package func record(_ record: AuditRecord) throws {
        try run(
            """
            INSERT INTO audit_records (authorID, authorName, address, createdAt, summary, description, category,
              isBySiteAdmin, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                record.author?.id, record.authorName, record.address, Instant(record.createdAt), record.summary,
                record.description, record.category, record.isBySiteAdmin, record.details,
            ])
    }

    /// Forgets the entries of the audit log from before that moment.
    package func forgetAuditRecords(before moment: Date) throws {
        try run("DELETE FROM audit_records WHERE createdAt < ?", [Instant(moment)])
    }
}
