/// All that the tables of a site hold, row by row, as an export has it.
///
/// What is worked out from other rows, such as the full-text index, is no part of it.
public struct SiteRecords: Sendable, Hashable {
    /// The last step in the making of the tables that these rows know of.
    public var madeUpTo: String
    /// In an order in which they can be read.
    public var tables: [Table]

    public init(madeUpTo: String, tables: [Table]) {
        self.madeUpTo = madeUpTo
        self.tables = tables
    }

    public struct Table: Sendable, Hashable {
        public var name: String
        public var rows: [Row]

        public init(name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    /// The columns that hold something, with what they hold.
    public struct Row: Sendable, Hashable {
        public var fields: [Field]

        public init(_ fields: [Field]) {
            self.fields = fields
        }

        public subscript(column: String) -> Value? {
            fields.first { $0.column == column }?.value
        }
    }

    public struct Field: Sendable, Hashable {
        public var column: String
        public var value: Value

        public init(column: String, value: Value) {
            self.column = column
            self.value = value
        }
    }

    public enum Value: Sendable, Hashable {
        case integer(Int64)
        case number(Double)
        case text(String)
        case bytes([UInt8])
    }

    /// The rows of a table; none where there is no such table.
    public func rows(of table: String) -> [Row] { tables.first { $0.name == table }?.rows ?? [] }
}
