import GRDB

extension StoreWriter {
    /// Adds a webhook under a number of its own.
    package func addWebhook(_ webhook: WebhookRecord) throws -> WebhookRecord {
        try run(
            """
            INSERT INTO webhooks (name, url, secret, events, isActive, verifiesTLS, createdAt, updatedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                webhook.name, webhook.url, webhook.secret, webhook.events.joined(separator: " "), webhook.isActive,
                webhook.verifiesTLS, Instant(webhook.createdAt), Instant(webhook.updatedAt),
            ])
        var added = webhook
        added.id = db.lastInsertedRowID
        return added
    }

    package func updateWebhook(_ webhook: WebhookRecord) throws {
        try run(
            """
            UPDATE webhooks SET name = ?, url = ?, secret = ?, events = ?, isActive = ?, verifiesTLS = ?, updatedAt = ?
            WHERE id = ?
            """,
            [
                webhook.name, webhook.url, webhook.secret, webhook.events.joined(separator: " "), webhook.isActive,
                webhook.verifiesTLS, Instant(webhook.updatedAt), webhook.id,
            ])
    }

    package func removeWebhook(id: Int64) throws {
        try run("DELETE FROM webhooks WHERE id = ?", [id])
    }
}
