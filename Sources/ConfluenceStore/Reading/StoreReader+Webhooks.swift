import GRDB

extension StoreReader {
    /// All webhooks, oldest first.
    package func webhooks() throws -> [WebhookRecord] {
        try all(
            """
            SELECT id, name, url, secret, events, isActive, verifiesTLS, createdAt, updatedAt FROM webhooks ORDER BY id
            """, []
        ) { row in
            WebhookRecord(
                id: row[0], name: row[1], url: row[2], secret: row[3],
                events: (row[4] as String).split(separator: " ").map(String.init), isActive: row[5],
                verifiesTLS: row[6], createdAt: (row[7] as Instant).date, updatedAt: (row[8] as Instant).date)
        }
    }
}
