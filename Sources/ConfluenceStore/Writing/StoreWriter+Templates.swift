import GRDB

extension StoreWriter {
    /// Adds a template under the next free number, which no content has.
    package func addTemplate(
        spaceID: Int64?, name: String, description: String, body: String, labels: [String]
    ) throws -> TemplateRecord {
        let record = TemplateRecord(
            id: try nextID(), spaceID: spaceID, name: name, description: description, body: body, labels: labels)
        try put(record)
        return record
    }

    /// Writes a template in place of the one of its number.
    package func put(_ record: TemplateRecord) throws {
        try run(
            """
            INSERT OR REPLACE INTO templates (id, spaceID, name, description, body, labels) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                record.id, record.spaceID, record.name, record.description, record.body,
                record.labels.joined(separator: " "),
            ])
    }

    package func removeTemplate(id: Int64) throws {
        try run("DELETE FROM templates WHERE id = ?", [id])
    }
}
