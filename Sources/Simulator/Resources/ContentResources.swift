import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Reading content: by id, and by what it is called.
extension Resource {
    /// What `GET content/{id}` shows where the client asks for nothing.
    private static let standardExpansion = ["history", "space", "version"]

    static let contentByID = Resource.reading(namedContent, contentWithParts).steady

    private static let namedContent: @Sendable (Call, StoreReader) throws -> Demand = { call, store in
        try store.reading(call.contentID(), in: call.statuses(standard: [.current, .archived]))
    }

    private static let contentWithParts: @Sendable (Grant, StoreReader, World) throws -> Outcome = { grant, store, _ in
        let call = grant.call
        let content = try grant.content
        let record = try call.versionNumber().map { try store.content(content, orMissingVersion: $0) } ?? content
        let expansion = call.expansion(standard: standardExpansion)
        return .content(
            try ContentLoader(grant, store).load(
                record, expansion, isHistorical: record.version.number != content.version.number))
    }

    /// The list of a space's content, or the one piece that has a title.
    static let contents = Resource.reading({ call, store in
        let type = call.item("type") ?? "page"
        guard call.customType != nil || ContentKind(rawValue: type).map(ContentKind.listed.contains) == true else {
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "content of the type “\(type)” can't be listed")
        }
        guard let key = call.item("spaceKey") else { return .list }
        let space = try store.space(key: key, orRefuse: .listedSpaceMissing)
        return .inSpace(.view, space, missing: .listedSpaceMissing)
    }) { grant, store, _ in
        let call = grant.call
        let paging = try call.contentPaging()
        if let furthest = call.dialect.content.furthestStart, paging.start > furthest {
            throw Refusal(
                .requestInvalid, [.text: "start must be at most \(furthest)"],
                because: "start=\(paging.start) is further than lists go")
        }
        let filter = ContentFilter(
            kind: call.customType == nil ? ContentKind(rawValue: call.item("type") ?? "page") : .custom,
            customType: call.customType,
            spaceKey: call.item("spaceKey"),
            title: call.item("title"),
            titleIgnoresCase: true,
            statuses: try call.statuses(standard: [.current]),
            ids: call.items("ids").map { $0.compactMap { Int64($0) } },
            created: try call.postingDay(),
            order: try call.order()
        )
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }
}

extension ContentKind {
    /// What `GET content` lists; all else it refuses as unknown to its finder.
    fileprivate static let listed: Set<ContentKind> = [.page, .blogpost, .comment, .attachment]
}

extension Call {
    /// The type of custom content that is listed, where the deployment has any.
    fileprivate var customType: String? {
        guard dialect.search.knowsCustomTypes, let type = item("type"), CustomContentDefinition.isType(type) else {
            return nil
        }
        return type
    }

    /// The day on which a blog post was made.
    fileprivate func postingDay() throws(Refusal) -> Range<Date>? {
        guard let text = item("postingDay") else { return nil }
        guard let start = try? Date.ISO8601FormatStyle().year().month().day().parse(text) else {
            throw Refusal(
                .requestInvalid, [.text: "Invalid postingDay: \(text). Expected format: yyyy-mm-dd"],
                because: "“\(text)” is no day")
        }
        return start..<start.addingTimeInterval(86_400)
    }

    /// `orderby`, a field with a direction behind it such as `history.createdDate desc`.
    fileprivate func order() throws(Refusal) -> ContentFilter.Order {
        guard let text = item("orderby") else { return .id }
        let words = text.lowercased().split(separator: " ")
        let isBackwards = words.last == "desc"
        switch words.first {
        case "id": return isBackwards ? .idBackwards : .id
        case "title": return isBackwards ? .titleBackwards : .title
        case "history.createddate", "created": return isBackwards ? .newestFirst : .oldestFirst
        case "history.lastupdated.when", "history.lastupdated", "version.when", "modified":
            return isBackwards ? .lastModifiedFirst : .longestUnmodifiedFirst
        case "extensions.position", "position": return isBackwards ? .positionBackwards : .position
        default:
            throw Refusal(
                .requestInvalid, [.text: "Cannot order by \(text)"], because: "lists can't be ordered by “\(text)”")
        }
    }
}
