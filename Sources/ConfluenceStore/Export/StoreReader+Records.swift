package import ConfluenceModel
import GRDB

extension StoreReader {
    /// Everything that the site holds, but for what is worked out from the rest.
    package func records() throws -> SiteRecords {
        SiteRecords(
            madeUpTo: Schema.migrator().migrations.last ?? "",
            tables: try RecordTable.all(in: db).map { table in
                SiteRecords.Table(name: table.name, rows: try table.rows(in: db))
            }.filter { !$0.rows.isEmpty })
    }
}

extension StoreWriter {
    /// Writes rows in the place of all that the tables hold; what is worked out from them is not yet.
    func insert(_ records: SiteRecords) throws {
        let known = try RecordTable.all(in: db)
        for table in known.reversed() { try run("DELETE FROM \"\(table.name)\"", []) }
        for table in records.tables {
            guard let place = known.first(where: { $0.name == table.name }) else {
                throw StoreError.definition("the records name a table that sites do not have, “\(table.name)”")
            }
            for row in table.rows {
                for field in row.fields where !place.columns.contains(field.column) {
                    throw StoreError.definition("the table “\(table.name)” has no column “\(field.column)”")
                }
                let columns = row.fields.map { "\"\($0.column)\"" }.joined(separator: ", ")
                let marks = row.fields.map { _ in "?" }.joined(separator: ", ")
                do {
                    try run(
                        "INSERT INTO \"\(table.name)\" (\(columns)) VALUES (\(marks))",
                        StatementArguments(row.fields.map(\.value.databaseValue)))
                } catch let error as DatabaseError {
                    throw StoreError.definition(
                        "a row of the table “\(table.name)” can't be taken: \(error.message ?? error.description)")
                }
            }
        }
    }
}

/// A table that an export writes.
private struct RecordTable {
    var name: String
    var columns: [String]
    /// What decides the order of the rows.
    var order: String

    /// What is worked out from other rows or is still to be told to search, and what a data file says of its site.
    private static let leftOut: Set<String> = [
        "viewers", "viewer_spaces", "closed_guards", "content_macros", "content_mentions", "index_queue",
        "removal_queue", "site_record",
    ]

    static func all(in db: Database) throws -> [RecordTable] {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT t.name FROM pragma_table_list t JOIN sqlite_master m ON m.name = t.name
                WHERE t.schema = 'main' AND t.type = 'table' ORDER BY m.rowid
                """)
        return try names.filter { !leftOut.contains($0) && !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") }
            .map { try RecordTable($0, db) }
    }

    private init(_ name: String, _ db: Database) throws {
        self.name = name
        let columns = try db.columns(in: name)
        self.columns = columns.map(\.name)
        let key = columns.filter { $0.primaryKeyIndex > 0 }.sorted { $0.primaryKeyIndex < $1.primaryKeyIndex }
        order = key.isEmpty ? "rowid" : key.map { "\"\($0.name)\"" }.joined(separator: ", ")
    }

    func rows(in db: Database) throws -> [SiteRecords.Row] {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return try Row.fetchAll(db, sql: "SELECT \(names) FROM \"\(name)\" ORDER BY \(order)").map { row in
            SiteRecords.Row(
                row.compactMap { column, value in
                    SiteRecords.Value(value).map { SiteRecords.Field(column: column, value: $0) }
                })
        }
    }
}

extension SiteRecords.Value {
    fileprivate init?(_ value: DatabaseValue) {
        switch value.storage {
        case .null: return nil
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes(Array(data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .integer(let number): number.databaseValue
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Blob(bytes: bytes).databaseValue
        }
    }
}
