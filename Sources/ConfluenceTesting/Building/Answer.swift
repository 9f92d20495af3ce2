public import ConfluenceModel
public import ConfluenceWire
import Documents
public import Testing

/// How a real site was seen to answer where the simulator would answer otherwise.
///
///     Answer(.cloudV1, .get, "/rest/api/content/{id}", answered: 404, status: 403, set: ["message": .text("No")])
public struct Answer: SitePart {
    public let sitePhrase: SitePhrase

    /// - Parameters:
    ///   - path: Below the site's address, with its places in braces.
    ///   - answered: The status that the simulator answers with by itself.
    ///   - showing: What the request must ask to be shown, such as `expand=version`; `nothing` for nothing.
    ///   - refusal: The row of the table of refusals, where only that one is meant.
    ///   - set: Values at places of the JSON, in which `[*]` stands for all elements of a list.
    ///   - source: Where the other answer was seen.
    public init(
        _ api: SiteAPI,
        _ method: Request.Method,
        _ path: String,
        answered: Int,
        showing: String? = nil,
        refusal: String? = nil,
        status: Int? = nil,
        headers: KeyValuePairs<String, String> = [:],
        withoutHeaders: [String] = [],
        body: String? = nil,
        set: KeyValuePairs<String, AnswerRule.Value> = [:],
        rename: KeyValuePairs<String, String> = [:],
        drop: [String] = [],
        source: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("on", api.rawValue)
        outline.set("request", "\(method) \(path)")
        outline.set("showing", showing)
        outline.set("answered", Int64(answered))
        outline.set("refusal", refusal)
        outline.set("status", status.map(Int64.init))
        outline.set("headers", headers.map { ($0, .string($1)) }, at: sourceLocation)
        outline.set("without-headers", withoutHeaders)
        outline.set("body", body)
        outline.set("set", set.map { ($0, $1.content) }, at: sourceLocation)
        outline.set("rename", rename.map { ($0, .string($1)) }, at: sourceLocation)
        outline.set("drop", drop)
        outline.set("source", source)
        sitePhrase = SitePhrase("answers", element: outline.node)
    }
}

extension SiteOutline {
    /// A mapping; an empty one leaves the key out.
    fileprivate mutating func set(
        _ key: String, _ members: [(name: String, content: DocumentNode.Content)], at place: SourceLocation
    ) {
        guard !members.isEmpty else { return }
        var mapping = SiteOutline(at: place)
        for member in members { mapping.add(SitePhrase(member.name, DocumentNode(member.content, at: place))) }
        add(SitePhrase(key, mapping.node))
    }
}

extension AnswerRule.Value {
    fileprivate var content: DocumentNode.Content {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .flag(let flag): .bool(flag)
        case .null: .null
        case .emptyList: .list([])
        case .emptyObject: .mapping([])
        }
    }
}
