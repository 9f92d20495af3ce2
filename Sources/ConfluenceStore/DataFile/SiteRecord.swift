import GRDB

/// What a data file holds of its site beside the content, as named texts that the store does not look into.
package struct SiteRecord: Sendable, Hashable {
    package var texts: [String: String]

    package init(_ texts: [String: String] = [:]) {
        self.texts = texts
    }
}

extension StoreReader {
    package func siteRecord() throws -> SiteRecord {
        let rows = try all("SELECT name, value FROM site_record", []) { ($0[0] as String, $0[1] as String) }
        return SiteRecord(Dictionary(uniqueKeysWithValues: rows))
    }
}

extension StoreWriter {
    /// Keeps these texts, beside those of other names.
    package func keep(_ record: SiteRecord) throws {
        for (name, text) in record.texts.sorted(by: { $0.key < $1.key }) {
            try run("INSERT OR REPLACE INTO site_record (name, value) VALUES (?, ?)", [name, text])
        }
    }
}
