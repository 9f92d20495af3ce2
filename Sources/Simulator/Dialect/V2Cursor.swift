import ConfluenceStore
import ConfluenceWire
import Foundation

/// The opaque cursor of v2 lists: it holds the place at which the next page begins.
///
/// Lists of content go on behind the content that was shown last, so that nothing is skipped or repeated when content
/// is made or deleted meanwhile; short lists of other things count their rows.
enum V2Cursor {
    case offset(Int)
    case behind(ContentPlace, order: String)

    init(_ text: String) throws(Refusal) {
        guard let data = Data(base64Encoded: text), let json = try? JSONReader.read(Array(data)),
            let order = json["contentOrder"]?.stringValue, let id = json["id"]?.stringValue.flatMap({ Int64($0) }),
            id >= 0, let cursor = Self.cursor(id, order, json["contentOrderValue"])
        else { throw Refusal.invalidCursor(text) }
        self = cursor
    }

    private static func cursor(_ id: Int64, _ order: String, _ value: JSON?) -> V2Cursor? {
        switch value {
        case nil: Int(exactly: id).map { V2Cursor.offset($0) }
        case .string(let text): .behind(ContentPlace(id: id, value: .text(text)), order: order)
        case let value?:
            value.integerValue.map { V2Cursor.behind(ContentPlace(id: id, value: .number($0)), order: order) }
        }
    }

    var text: String {
        var json: JSONObject
        switch self {
        case .offset(let offset): json = ["id": .string("\(offset)"), "contentOrder": "id"]
        case .behind(let place, let order):
            json = ["id": .string("\(place.id)"), "contentOrder": .string(order)]
            json["contentOrderValue"] =
                switch place.value {
                case .number(let number): .integer(number)
                case .text(let text): .string(text)
                }
        }
        return Data(JSONWriter.compact(.object(json))).base64EncodedString()
    }

    /// As Confluence writes it into an address: the signs at its end stand as they are.
    var queryText: String {
        QueryItem.serialize([QueryItem("cursor", text)]).replacing("%3D", with: "=")
    }
}

extension ContentFilter.Order {
    /// What cursors call it. Observed: `id` and `child-position`; the others are the words of `sort`.
    var cursorName: String {
        switch self {
        case .id: "id"
        case .idBackwards: "-id"
        case .position: "child-position"
        case .positionBackwards: "-child-position"
        case .title: "title"
        case .titleBackwards: "-title"
        case .oldestFirst: "created-date"
        case .newestFirst: "-created-date"
        case .longestUnmodifiedFirst: "modified-date"
        case .lastModifiedFirst: "-modified-date"
        }
    }
}

extension Refusal {
    static func invalidCursor(_ text: String) -> Refusal {
        Refusal(.requestInvalid, [.text: "Invalid cursor"], because: "the cursor “\(text)” is none of this list")
    }
}
