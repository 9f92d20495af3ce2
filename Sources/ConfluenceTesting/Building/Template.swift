import Documents
public import Testing

/// A template of a ``Space``, or of the whole ``Site``.
public struct Template: SitePart, SpacePart {
    public let sitePhrase: SitePhrase
    public var spacePhrase: SitePhrase { sitePhrase }

    /// - Parameter body: In storage format.
    public init(
        _ name: String,
        description: String? = nil,
        body: String? = nil,
        labels: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        outline.set("description", description)
        outline.set("body", body)
        outline.set("labels", labels)
        sitePhrase = SitePhrase("templates", element: outline.node)
    }
}
