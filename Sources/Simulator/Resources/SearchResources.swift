import CQL
import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// What a search found, with what the next page is asked by.
struct SearchAnswer: Sendable {
    var hits: [Hit]
    var total: Int
    var paging: Paging
    var query: String
    /// The cursor that was sent, and that of the next page; both `nil` in a dialect without cursors.
    var cursor: String?
    var nextCursor: String?
    var hasMore: Bool
    /// Whether rows are content themselves, as `/content/search` has them.
    var isContentOnly: Bool

    struct Hit: Sendable {
        var found: SearchHit
        var details: ContentDetails?
    }
}

/// Searching with CQL; the store leaves out what the caller may not view before it counts pages.
extension Resource {
    static let search = Resource.reading({ _, _ in .list }) { grant, store, world in
        .hits(try find(grant, store, world, contentOnly: false))
    }

    static let contentSearch = Resource.reading({ _, _ in .list }) { grant, store, world in
        .hits(try find(grant, store, world, contentOnly: true))
    }

    private static func find(
        _ grant: Grant,
        _ store: StoreReader,
        _ world: World,
        contentOnly: Bool
    ) throws -> SearchAnswer {
        let call = grant.call
        let rules = call.dialect.search
        let paging = try call.paging(most: 250)
        let text = call.item("cql") ?? ""
        let query = try parse(text)
        let cursor = call.item("cursor")
        let offset = try rules.paging == .cursor ? SearchCursor.offset(of: cursor) : paging.start
        let page: SearchPage
        do {
            let context = SearchContext(
                viewer: grant.viewer, now: world.now, unknownSpace: rules.unknownSpace,
                includeArchivedSpaces: call.item("includeArchivedSpaces")?.lowercased() == "true",
                includesSpaces: !contentOnly, furtherTypes: rules.furtherTypes)
            page = try store.search(query, context: context, offset: offset, limit: paging.limit)
        } catch let error as CQLSearchError {
            throw Refusal(error)
        }
        let loader = ContentLoader(grant, store)
        let expansion = contentOnly ? call.expansion() : call.expansion()["content"]
        let hits = try page.hits.map { hit -> SearchAnswer.Hit in
            var found = hit
            if let space = hit.space { found.entity = .space(try loader.shown(space)) }
            return SearchAnswer.Hit(found: found, details: try hit.content.map { try loader.load($0, expansion) })
        }
        let hasMore = offset + hits.count < page.total
        return SearchAnswer(
            hits: hits, total: page.total, paging: paging, query: text, cursor: cursor,
            nextCursor: rules.paging == .cursor && hasMore ? SearchCursor.text(for: offset + hits.count) : nil,
            hasMore: hasMore, isContentOnly: contentOnly)
    }

    private static func parse(_ text: String) throws(Refusal) -> CQLQuery {
        guard !text.isEmpty else { throw Refusal(.cqlMissing, because: "no query was sent") }
        do {
            return try CQLParser.parse(text)
        } catch {
            throw Refusal(.cqlUnparsable, [.text: text], because: "the query can't be read: \(error)")
        }
    }
}

/// The opaque cursor of Cloud's search: it holds the place at which the next page begins.
private enum SearchCursor {
    private static let mark = "_f_"

    static func text(for offset: Int) -> String {
        mark + Data("[\(offset),\"_t_\"]".utf8).base64EncodedString()
    }

    static func offset(of cursor: String?) throws(Refusal) -> Int {
        guard let cursor else { return 0 }
        guard cursor.hasPrefix(mark), let data = Data(base64Encoded: String(cursor.dropFirst(mark.count))),
            let offset = (try? JSONReader.read(Array(data)))?[0]?.integerValue, offset >= 0
        else {
            throw Refusal(
                .cursorUnknown, [.text: "Invalid cursor"], because: "the cursor “\(cursor)” is none of this site")
        }
        return Int(offset)
    }
}

extension Refusal {
    /// What a search can't answer, in the kinds that dialects word.
    fileprivate init(_ error: CQLSearchError) {
        switch error {
        case .unknownField(let name, _, let nearest):
            let near = nearest.isEmpty ? "" : "\nDid you mean one of : \(nearest.joined(separator: ", "))"
            self.init(.cqlUnknownField, [.name: name, .text: near], because: "no field of CQL is called “\(name)”")
        case .unsupportedField(let name, _):
            self.init(
                .cqlUnknownField, [.name: name, .text: ""], because: "the field “\(name)” can't be searched here")
        case .unsupportedOperator(let field, let op, _, _):
            self.init(
                .cqlUnsupported, [.text: "Unsupported operator \(op.rawValue) for field \(field)"],
                because: "the field “\(field)” can't be compared with “\(op.rawValue)”")
        case .unsupportedValue(let field, let value, _, let expected):
            self.init(
                .cqlUnsupportedValue,
                [.name: field, .provided: value, .text: expected.joined(separator: ", ")],
                because: "the field “\(field)” has no value “\(value)”")
        case .emptyValue(let field, _):
            self.init(
                .searchWordMissing, [.text: "query parameter is required."],
                because: "“\(field)” is compared with nothing")
        case .unknownFunction(let name, _), .functionWithoutValue(let name, _):
            self.init(
                .cqlUnsupported, [.text: "Unknown function \(name)"],
                because: "the function “\(name)” has no value here")
        case .unknownSpace(let key):
            self.init(.searchSpaceUnknown, [.key: key], because: "the caller can view no space with the key “\(key)”")
        case .unsupportedOrder(let field, _):
            self.init(
                .cqlUnsupported, [.text: "Cannot order by \(field)"], because: "results can't be ordered by “\(field)”")
        }
    }
}
