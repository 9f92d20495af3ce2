public import ConfluenceModel
import Documents
public import Testing

/// A page of a ``Space``, or below another page; on Cloud also a folder or the like.
public struct Page: SpacePart, PagePart {
    public let spacePhrase: SitePhrase
    public let pagePhrase: SitePhrase

    /// - Parameters:
    ///   - id: The content id; the site numbers the page when it is left out.
    ///   - body: In storage format.
    ///   - creator: A user's name; the site's first user when it is left out.
    public init(
        _ title: String,
        id: Int64? = nil,
        kind: PageDefinition.Kind = .page,
        body: String? = nil,
        status: ContentStatus = .current,
        creator: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<any PagePart> parts: () -> [any PagePart] = { [] }
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("id", id)
        outline.set("kind", kind == .page ? nil : kind.rawValue)
        outline.set("title", title)
        outline.set("body", body)
        outline.set("status", status.rawValue)
        outline.set("creator", creator)
        outline.add(parts().map(\.pagePhrase))
        spacePhrase = SitePhrase("pages", element: outline.node)
        pagePhrase = SitePhrase("children", element: outline.node)
    }
}

/// A label of a ``Page``, or of a ``Space`` itself.
public struct Label: PagePart, SpacePart {
    public let pagePhrase: SitePhrase
    public var spacePhrase: SitePhrase { pagePhrase }

    public init(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        pagePhrase = SitePhrase("labels", element: DocumentNode(.string(name), at: sourceLocation))
    }
}

/// Who alone may view a ``Page`` and all below it.
public struct Viewers: PagePart {
    public let pagePhrase: SitePhrase

    public init(_ subjects: Subject..., sourceLocation: SourceLocation = #_sourceLocation) {
        pagePhrase = .subjects("viewers", subjects, at: sourceLocation)
    }
}

/// Who alone may edit a ``Page``.
public struct Editors: PagePart {
    public let pagePhrase: SitePhrase

    public init(_ subjects: Subject..., sourceLocation: SourceLocation = #_sourceLocation) {
        pagePhrase = .subjects("editors", subjects, at: sourceLocation)
    }
}

extension SitePhrase {
    fileprivate static func subjects(_ key: String, _ subjects: [Subject], at place: SourceLocation) -> SitePhrase {
        let elements = subjects.map { subject in
            var outline = SiteOutline(at: place)
            outline.add(subject.phrase(at: place))
            return outline.node
        }
        return SitePhrase(key, elements: elements, at: place)
    }
}
