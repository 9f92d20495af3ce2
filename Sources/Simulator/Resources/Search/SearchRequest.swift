import CQL
import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The parameters of a search, read and checked in the order in which Confluence does.
struct SearchRequest {
    let text: String
    let query: CQLQuery
    let paging: Paging
    /// How many rows are answered at most, whatever limit is repeated.
    let rowLimit: Int
    let cursor: String?
    let excerpt: ExcerptStyle?
    private let call: Call

    init(_ call: Call, contentOnly: Bool) throws(Refusal) {
        self.call = call
        let rules = call.dialect.search
        let paging: Result<Paging, Refusal>
        do {
            paging = .success(try call.paging(most: contentOnly ? rules.most.content : rules.most.rows))
        } catch {
            // A number that can't be read is refused before the query is looked at, a negative one after.
            if error.kind == .numberUnreadable { throw error }
            paging = .failure(error)
        }
        text = call.item("cql") ?? ""
        guard !text.isEmpty else { throw Refusal(.cqlMissing, because: "no query was sent") }
        self.paging = try paging.get()
        query = rules.readsQuery(try Self.parse(text))
        cursor = rules.paging == .cursor ? call.item("cursor") : nil
        excerpt = call.item("excerpt").map(ExcerptStyle.init(rawValue:)) ?? .highlight
        let bodies = call.expansion()["body"].parts.keys
        let hasCostlyBody = bodies.contains("export_view") || bodies.contains("styled_view")
        rowLimit = min(self.paging.limit, hasCostlyBody ? rules.most.costly : SearchRules.mostRows)
    }

    static func parse(_ text: String) throws(Refusal) -> CQLQuery {
        do {
            return try CQLParser.parse(text)
        } catch {
            throw Refusal(error, in: text)
        }
    }

    func context(_ viewer: Viewer, _ world: World, contentOnly: Bool) -> SearchContext {
        let rules = call.dialect.search
        let surroundings = call.item("cqlcontext").flatMap { try? JSONReader.read(Array($0.utf8)) }
        let contentID = surroundings?["contentId"]
        let statuses = surroundings?["contentStatuses"]?.arrayValue?.compactMap {
            $0.stringValue.flatMap(ContentStatus.init(rawValue:))
        }
        return SearchContext(
            viewer: viewer, now: world.now, unknownSpace: rules.unknownSpace,
            statuses: statuses.map { Set($0).subtracting([.trashed]) } ?? [.current],
            includeArchivedSpaces: call.item("includeArchivedSpaces")?.lowercased() == "true",
            includesSpaces: !contentOnly, userRows: contentOnly && rules.userRows == .found ? .none : rules.userRows,
            takesUserNames: rules.takesUserNames, textSyntax: rules.textSyntax, furtherTypes: rules.furtherTypes,
            knowsCustomTypes: rules.knowsCustomTypes,
            currentSpaceKey: surroundings?["spaceKey"]?.stringValue,
            currentContentID: contentID?.integerValue ?? contentID?.stringValue.flatMap { Int64($0) })
    }

    /// Everything of the request but its paging.
    var repeated: [QueryItem] {
        let paging: Set<String> = ["limit", "start", "next", "prev", "cursor"]
        return call.query.filter { !paging.contains($0.name) }
    }

    var expand: [QueryItem] { call.query.filter { $0.name == "expand" } }
}
