import GRDB

extension StoreReader {
    package func template(id: Int64) throws -> TemplateRecord? {
        try one(templateColumns + "WHERE id = ?", [id], decodeTemplate)
    }

    /// The templates of a space, or with `nil` those of the whole site.
    package func templates(of spaceID: Int64?, offset: Int, limit: Int) throws -> [TemplateRecord] {
        try all(
            templateColumns + "WHERE spaceID IS ? ORDER BY id LIMIT ? OFFSET ?", [spaceID, limit, offset],
            decodeTemplate)
    }

    private var templateColumns: String { "SELECT id, spaceID, name, description, body, labels FROM templates " }

    private func decodeTemplate(_ row: Columns) -> TemplateRecord {
        let labels: String = row[5]
        return TemplateRecord(
            id: row[0], spaceID: row[1], name: row[2], description: row[3], body: row[4],
            labels: labels.split(separator: " ").map(String.init))
    }
}
