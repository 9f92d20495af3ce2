import GRDB
import GRDBSQLite

/// What one column of a new row holds.
enum Cell {
    case nothing
    case number(Int64)
    case text(String)
    case bytes([UInt8])

    init(_ number: Int64?) { self = number.map(Cell.number) ?? .nothing }
}

/// A statement that adds one row after another; for very many, since GRDB looks at each argument several times.
final class RowInsert {
    private let db: Database
    private let sql: String
    /// Prepared for the first row: many a site has none.
    private var prepared: Statement?
    /// The texts of the row that is being added, one behind another, so that none is copied to a place of its own.
    private var texts: [UInt8] = []

    init(_ db: Database, _ sql: String) {
        self.db = db
        self.sql = sql
    }

    private func statement() throws -> Statement {
        if let prepared { return prepared }
        let statement = try db.makeStatement(sql: sql)
        prepared = statement
        return statement
    }

    func add(_ cells: Cell...) throws {
        let row = try statement().sqliteStatement
        guard cells.count == sqlite3_bind_parameter_count(row) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(cells.count) cells", sql: sql)
        }
        texts.removeAll(keepingCapacity: true)
        for cell in cells {
            switch cell {
            case .nothing, .number: break
            case .text(let text): texts.append(contentsOf: text.utf8)
            case .bytes(let bytes): texts.append(contentsOf: bytes)
            }
        }
        // An empty buffer may lie nowhere, which SQLite would take for null.
        texts.append(0)
        let code = texts.withUnsafeBytes { texts in
            bind(cells, texts, to: row)
            defer { sqlite3_reset(row) }
            return sqlite3_step(row)
        }
        guard code != SQLITE_DONE else { return }
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(row)))
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }

    private func bind(_ cells: [Cell], _ texts: UnsafeRawBufferPointer, to row: SQLiteStatement) {
        var start = 0
        for (number, cell) in cells.enumerated() {
            let column = CInt(number + 1)
            let place = texts.baseAddress?.advanced(by: start)
            switch cell {
            case .nothing: sqlite3_bind_null(row, column)
            case .number(let number): sqlite3_bind_int64(row, column, number)
            case .text(let text):
                let length = text.utf8.count
                sqlite3_bind_text(row, column, place?.assumingMemoryBound(to: CChar.self), CInt(length), nil)
                start += length
            case .bytes(let bytes):
                sqlite3_bind_blob(row, column, place, CInt(bytes.count), nil)
                start += bytes.count
            }
        }
    }
}
