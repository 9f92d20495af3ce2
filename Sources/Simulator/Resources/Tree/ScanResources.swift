import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// A page of a scan: it goes on behind the content at which it ended, whatever has changed meanwhile.
struct ScanAnswer: Sendable {
    var rows: [ContentDetails]
    var limit: Int
    /// What the caller sent, and what asks for the next page.
    var cursor: String
    var nextCursor: String?
}

/// Data Center's way to walk through all content of a site.
extension Resource {
    static let scanContent = Resource.reading({ call, store in
        guard let key = call.item("spaceKey") else { return .list }
        let space = try store.space(key: key, orRefuse: .listedSpaceMissing)
        return .inSpace(.view, space, missing: .listedSpaceMissing)
    }) { grant, store, _ in
        let call = grant.call
        let limit = max(1, try call.contentPaging().limit)
        let sent = call.item("cursor") ?? ScanCursor.first
        let kind = try scannedKind(call)
        let filter = ContentFilter(
            kind: kind, spaceKey: call.item("spaceKey"), statuses: try call.statuses(standard: [.current]),
            after: try ScanCursor.id(in: sent), order: .id)
        let found = try store.contents(filter, visibleTo: grant.viewer, limit: limit + 1)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion(standard: ["history", "space", "version"])
        let rows = try found.prefix(limit).map { try loader.load($0, expansion) }
        let last = found.count > limit ? rows.last?.record.id : nil
        return .tree(
            .scan(ScanAnswer(rows: rows, limit: limit, cursor: sent, nextCursor: last.map(ScanCursor.text))))
    }

    private static func scannedKind(_ call: Call) throws(Refusal) -> ContentKind {
        let type = call.item("type") ?? "page"
        guard let kind = ContentKind(rawValue: type), [.page, .blogpost, .comment].contains(kind) else {
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "content of the type “\(type)” can't be scanned")
        }
        return kind
    }
}

/// The cursor of a scan: it names the content behind which the next page begins.
private enum ScanCursor {
    static let first = "content:null"
    private static let prefix = "content:false:"

    static func text(_ id: Int64) -> String { prefix + String(id) }

    static func id(in text: String) throws(Refusal) -> Int64? {
        if text == first { return nil }
        guard text.hasPrefix(prefix), let id = Int64(text.dropFirst(prefix.count)) else {
            throw Refusal(
                .requestInvalid, [.text: "Invalid cursor: \(text)"], because: "“\(text)” is no cursor of a scan")
        }
        return id
    }
}
