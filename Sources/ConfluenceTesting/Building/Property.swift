public import ConfluenceWire
import Documents
public import Testing

/// What an app keeps on a ``Page`` or a ``Space`` under a key.
public struct Property: PagePart, SpacePart {
    public let pagePhrase: SitePhrase
    public var spacePhrase: SitePhrase { pagePhrase }

    public init(_ key: String, _ value: JSON, sourceLocation: SourceLocation = #_sourceLocation) {
        var outline = SiteOutline(at: sourceLocation)
        outline.add(SitePhrase(key, DocumentNode(json: value, at: sourceLocation)))
        pagePhrase = SitePhrase("properties", outline.node)
    }
}

extension DocumentNode {
    fileprivate init(json: JSON, at place: SourceLocation) {
        let content: Content =
            switch json {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            case .array(let elements): .list(elements.map { DocumentNode(json: $0, at: place) })
            case .object(let object):
                .mapping(object.members.map { Entry(key: $0.key, value: DocumentNode(json: $0.value, at: place)) })
            }
        self.init(content, at: place)
    }
}
