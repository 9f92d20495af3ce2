import ConfluenceStore
import ConfluenceWire
import Foundation

/// The opaque cursor of Cloud's search: it holds the row behind which the next page begins.
///
/// Rows that are written or removed before that row don't move the pages that follow.
enum SearchCursor {
    private static let mark = "_f_"
    private static let divider = "_t_"

    /// - Parameter place: `nil` begins with the first row.
    static func text(for place: SearchPlace?) -> String {
        guard let place else { return mark + encoded([0]) }
        let keys = place.keys.map { key -> JSON in
            switch key {
            case .nothing: .null
            case .number(let number): .integer(number)
            case .text(let text): .string(text)
            }
        }
        let behind: [JSON] = [.integer(Int64(place.phase)), .integer(place.id), .array(keys)]
        return mark + encoded([.integer(Int64(place.passed))]) + divider + encoded(behind)
    }

    static func place(of cursor: String) throws(Refusal) -> SearchPlace? {
        guard let place = read(cursor) else {
            throw Refusal(
                .cursorUnknown, [.text: "Invalid cursor"], because: "the cursor “\(cursor)” is none of this site")
        }
        return place
    }

    private static func encoded(_ values: [JSON]) -> String {
        Data(JSONWriter.compact(.array(values))).base64EncodedString()
    }

    private static func decoded(_ text: some StringProtocol) -> JSON? {
        Data(base64Encoded: String(text)).flatMap { try? JSONReader.read(Array($0)) }
    }

    /// The place in the cursor; `.some(nil)` for the beginning, `nil` for a text that is no cursor.
    private static func read(_ cursor: String) -> SearchPlace?? {
        guard cursor.hasPrefix(mark) else { return nil }
        let body = cursor.dropFirst(mark.count)
        let halves = body.firstRange(of: divider).map { [body[..<$0.lowerBound], body[$0.upperBound...]] } ?? [body]
        guard let passed = decoded(halves[0])?[0]?.integerValue, passed >= 0 else { return nil }
        guard halves.count == 2 else { return .some(nil) }
        guard let behind = decoded(halves[1]), let phase = behind[0]?.integerValue, (0...1).contains(phase),
            let id = behind[1]?.integerValue, let keys = behind[2]?.arrayValue, keys.count <= CursorKeys.most
        else { return nil }
        return SearchPlace(phase: Int(phase), keys: keys.map(CursorKeys.key), id: id, passed: Int(clamping: passed))
    }
}

/// What rows are ordered by, as cursors hold it.
private enum CursorKeys {
    static let most = 100

    static func key(_ value: JSON) -> SortKey {
        if let number = value.integerValue { return .number(number) }
        return value.stringValue.map(SortKey.text) ?? .nothing
    }
}
