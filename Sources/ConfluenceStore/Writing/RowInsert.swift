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
    private let statement: Statement
    private let columns: Int
    /// The texts of the row that is being added, one behind another, so that none is copied to a place of its own.
    private var texts: [UInt8] = []

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        columns = Int(sqlite3_bind_parameter_count(statement.sqliteStatement))
    }

    func add(_ cells: Cell...) throws {
        guard cells.count == columns else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(cells.count) cells", sql: statement.sql)
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
            bind(cells, texts)
            defer { sqlite3_reset(statement.sqliteStatement) }
            return sqlite3_step(statement.sqliteStatement)
        }
        guard code != SQLITE_DONE else { return }
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }

    private func bind(_ cells: [Cell], _ texts: UnsafeRawBufferPointer) {
        let row = statement.sqliteStatement
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
