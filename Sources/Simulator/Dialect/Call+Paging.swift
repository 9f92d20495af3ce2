import ConfluenceStore
import ConfluenceWire

/// Which part of a list is wanted.
struct Paging: Sendable, Hashable {
    var start: Int
    var limit: Int
    /// What the list is ordered by, where its cursors name content.
    var order: ContentFilter.Order?
    /// The content behind which the part begins.
    var behind: ContentPlace?
}

extension Call {
    /// The largest limit of v2's description, which every one of its lists has.
    private static let mostOfV2 = 250

    /// The offset and size of the page of results that is asked for.
    func paging(limit standard: Int = 25, most: Int = 1000) throws(Refusal) -> Paging {
        guard route.api == .v2 else {
            return try paging(from: number("start") ?? 0, limit: standard, most: most)
        }
        let most = min(most, Self.mostOfV2)
        guard let text = item("cursor") else { return try paging(from: 0, limit: standard, most: most) }
        guard case .offset(let offset) = try V2Cursor(text) else { throw Refusal.invalidCursor(text) }
        return try paging(from: offset, limit: standard, most: most)
    }

    /// The same for v2's lists of content, which go on behind what was shown last.
    func paging(
        by order: ContentFilter.Order, limit standard: Int = 25, most: Int = 250
    ) throws(Refusal) -> Paging {
        var paging = try self.paging(from: 0, limit: standard, most: most)
        paging.order = order
        guard let text = item("cursor") else { return paging }
        switch try V2Cursor(text) {
        case .offset(let offset): paging.start = offset
        case .behind(let place, order.cursorName) where place.fits(order): paging.behind = place
        case .behind: throw Refusal.invalidCursor(text)
        }
        return paging
    }

    private func paging(from start: Int, limit standard: Int, most: Int) throws(Refusal) -> Paging {
        let limit = try number("limit") ?? standard
        if route.api == .v2, !(1...most).contains(limit) {
            throw Refusal(
                .requestInvalid, [.text: "The limit must be between 1 and \(most), not \(limit)"],
                because: "limit=\(limit) is outside 1 to \(most)")
        }
        for (name, number) in [("start", start), ("limit", limit)] where number < 0 {
            throw Refusal(.numberNegative, [.name: name], because: "\(name) is negative")
        }
        return Paging(start: start, limit: min(limit, most))
    }
}

extension StoreReader {
    /// A page of a list of content, with the place at which the next one begins.
    func rows<Row>(
        _ found: [ContentRecord], _ paging: Paging, _ load: (ContentRecord) throws -> Row
    ) throws -> Rows<Row> {
        var rows = Rows(try found.map(load), paging: paging)
        if rows.hasMore, let order = paging.order, let last = found.prefix(paging.limit).last {
            rows.end = try place(behind: last, in: order)
        }
        return rows
    }
}
