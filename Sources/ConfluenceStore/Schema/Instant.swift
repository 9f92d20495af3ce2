import ConfluenceModel
import GRDB

import struct Foundation.Date

/// A moment as the tables hold it: milliseconds since 1970.
struct Instant: DatabaseValueConvertible, StatementColumnConvertible, Hashable {
    var milliseconds: Int64

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        milliseconds = Int64(sqliteStatement: sqliteStatement, index: index)
    }

    init(_ date: Date) {
        milliseconds = date.nearestMilliseconds
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    var databaseValue: DatabaseValue { milliseconds.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
    }
}
