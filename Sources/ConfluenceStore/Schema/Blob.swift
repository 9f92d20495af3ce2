import GRDB

import struct Foundation.Data

/// Bytes as an argument of a statement.
struct Blob: DatabaseValueConvertible, Hashable {
    var bytes: [UInt8]

    var databaseValue: DatabaseValue { Data(bytes).databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
        Data.fromDatabaseValue(value).map { Blob(bytes: Array($0)) }
    }
}
