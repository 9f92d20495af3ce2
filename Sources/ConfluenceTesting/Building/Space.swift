public import ConfluenceModel
import Documents
public import Testing

/// A space of a ``Site``, with its permissions and pages; the first page is its home page.
public struct Space: SitePart {
    public let sitePhrase: SitePhrase

    public init(
        _ key: String,
        name: String? = nil,
        description: String? = nil,
        kind: SpaceDefinition.Kind = .global,
        archived: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<any SpacePart> parts: () -> [any SpacePart] = { [] }
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("key", key)
        outline.set("name", name)
        outline.set("description", description)
        outline.set("kind", kind.rawValue)
        outline.set("archived", archived)
        outline.add(parts().map(\.spacePhrase))
        sitePhrase = SitePhrase("spaces", element: outline.node)
    }
}

/// What somebody may do in a ``Space``.
public struct Permission: SpacePart {
    public let spacePhrase: SitePhrase

    public init(
        _ subject: Subject,
        _ may: Set<SpaceOperation>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.add(subject.phrase(at: sourceLocation))
        let words = may.map(\.rawValue).sorted()
        outline.set("may", .list(words.map { DocumentNode(.string($0), at: sourceLocation) }))
        spacePhrase = SitePhrase("permissions", element: outline.node)
    }
}

extension Set<SpaceOperation> {
    /// Everything that a space permission allows.
    public static var all: Self { Set(SpaceOperation.allCases) }
}

extension Subject {
    /// `user: NAME`, `group: NAME` or `anonymous: true`.
    func phrase(at place: SourceLocation) -> SitePhrase {
        switch self {
        case .user(let name): SitePhrase("user", DocumentNode(.string(name), at: place))
        case .group(let name): SitePhrase("group", DocumentNode(.string(name), at: place))
        case .anonymous: SitePhrase("anonymous", DocumentNode(.bool(true), at: place))
        }
    }
}
