public import ConfluenceModel
import Documents
public import Testing

/// A role that a Cloud ``Site`` has beside the standard ones.
public struct Role: SitePart {
    public let sitePhrase: SitePhrase

    public init(
        _ name: String,
        _ may: Set<SpaceOperation>,
        description: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        outline.set("description", description)
        outline.set("may", may.map(\.rawValue).sorted())
        sitePhrase = SitePhrase("roles", element: outline.node)
    }
}

/// Who has a role in a ``Space`` of a Cloud site.
public struct Assignment: SpacePart {
    public let spacePhrase: SitePhrase

    public init(_ role: String, to subject: Subject, sourceLocation: SourceLocation = #_sourceLocation) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("role", role)
        outline.add(subject.phrase(at: sourceLocation))
        spacePhrase = SitePhrase("roles", element: outline.node)
    }
}
