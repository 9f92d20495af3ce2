import GRDB

import struct Foundation.Data

/// Bytes as an argument or a column of a statement.
struct Blob: DatabaseValueConvertible, StatementColumnConvertible, Hashable {
    var bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        bytes = Array(Data(sqliteStatement: sqliteStatement, index: index))
    }

    var databaseValue: DatabaseValue { Data(bytes).databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
        Data.fromDatabaseValue(value).map { Blob(bytes: Array($0)) }
    }
}
