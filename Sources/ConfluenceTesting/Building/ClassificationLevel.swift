public import ConfluenceModel
import Documents
public import Testing

/// A level by which content of a Cloud ``Site`` is classified, the lowest first.
public struct ClassificationLevel: SitePart {
    public let sitePhrase: SitePhrase

    /// - Parameter id: Made from the name when it is left out.
    public init(
        _ name: String,
        id: String? = nil,
        color: ClassificationLevelDefinition.Color = .grey,
        description: String? = nil,
        guideline: String? = nil,
        status: ClassificationLevelDefinition.Status = .published,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("id", id)
        outline.set("name", name)
        outline.set("description", description)
        outline.set("guideline", guideline)
        outline.set("color", color.rawValue)
        outline.set("status", status.rawValue)
        sitePhrase = SitePhrase("classification-levels", element: outline.node)
    }
}
