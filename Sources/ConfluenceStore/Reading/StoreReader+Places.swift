import ConfluenceModel
import GRDB

extension StoreReader {
    /// The place right behind a piece of content in a list of that order.
    package func place(behind record: ContentRecord, in order: ContentFilter.Order) throws -> ContentPlace? {
        try one("SELECT c.id, \(order.column) FROM content c WHERE c.id = ?", [record.id]) { row in
            ContentPlace(id: row[0], value: order.isByText ? .text(row[1]) : .number(row[1]))
        }
    }
}

extension ContentFilter.Order {
    var sql: String { isBackwards ? column + " DESC" : column }

    /// Holds for what comes after a place; what is equal goes by its id. The first part lets an index find the place.
    func condition(behind place: ContentPlace) -> SQL {
        let mark = isBackwards ? "<" : ">"
        let value: SQL =
            switch place.value {
            case .number(let number): "\(number)"
            case .text(let text): "\(text)"
            }
        return """
            \(sql: column) \(sql: mark)= \(value) AND (\(sql: column) \(sql: mark) \(value) OR c.id > \(place.id))
            """
    }

    var isByText: Bool { self == .title || self == .titleBackwards }

    fileprivate var column: String {
        switch self {
        case .id, .idBackwards: "c.id"
        case .position, .positionBackwards: "c.position"
        case .title, .titleBackwards: "c.titleKey"
        case .newestFirst, .oldestFirst: "c.createdAt"
        case .lastModifiedFirst, .longestUnmodifiedFirst: "c.modifiedAt"
        }
    }

    private var isBackwards: Bool {
        switch self {
        case .idBackwards, .positionBackwards, .titleBackwards, .newestFirst, .lastModifiedFirst: true
        case .id, .position, .title, .oldestFirst, .longestUnmodifiedFirst: false
        }
    }
}
