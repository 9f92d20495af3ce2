import GRDB

/// The columns of the row at which a statement stands, by place.
///
/// GRDB's own `Row` makes a table of column names for every statement that runs, which takes longer than most reads.
struct Columns {
    let statement: SQLiteStatement

    /// A column that is never null.
    subscript<Value: StatementColumnConvertible & EmptyValue>(_ index: Int) -> Value {
        Value.fromStatement(statement, atUncheckedIndex: CInt(index)) ?? Value.empty
    }

    subscript<Value: StatementColumnConvertible>(_ index: Int) -> Value? {
        Value.fromStatement(statement, atUncheckedIndex: CInt(index))
    }
}

/// What stands for a null where the schema allows none.
protocol EmptyValue {
    static var empty: Self { get }
}

extension Int64: EmptyValue { static var empty: Int64 { 0 } }
extension Int: EmptyValue { static var empty: Int { 0 } }
extension Bool: EmptyValue { static var empty: Bool { false } }
extension String: EmptyValue { static var empty: String { "" } }
extension Instant: EmptyValue { static var empty: Instant { Instant(milliseconds: 0) } }

/// Walks the rows of a statement, decoding each where it lies.
final class ColumnCursor<Element>: DatabaseCursor {
    let _statement: Statement
    var _isDone = false
    private let bound: StatementArguments
    private let decode: (Columns) throws -> Element

    init(_ statement: Statement, _ arguments: StatementArguments, decode: @escaping (Columns) throws -> Element) throws
    {
        _statement = statement
        bound = arguments
        self.decode = decode
        try statement.setArguments(arguments)
    }

    deinit {
        // Binding resets a statement that was left in the middle, so that it holds nothing open.
        if !_isDone { try? _statement.setArguments(bound) }
    }

    func _element(sqliteStatement: SQLiteStatement) throws -> Element {
        try decode(Columns(statement: sqliteStatement))
    }
}
