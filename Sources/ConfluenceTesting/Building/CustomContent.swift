import Documents
public import Testing

/// What an app keeps on a ``Page`` of a Cloud site.
public struct CustomContent: PagePart {
    public let pagePhrase: SitePhrase

    /// - Parameters:
    ///   - type: An app's type, such as `ac:tasks-app:task`.
    ///   - body: In storage format.
    ///   - raw: Text that only the app can read, in place of a body.
    ///   - author: A user's name; who made the page when it is left out.
    ///   - created: A moment such as `2026-01-31T09:00:00Z`.
    public init(
        _ type: String,
        title: String,
        id: Int64? = nil,
        body: String? = nil,
        raw: String? = nil,
        by author: String? = nil,
        created: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("id", id)
        outline.set("type", type)
        outline.set("title", title)
        outline.set("body", body)
        outline.set("raw", raw)
        outline.set("author", author)
        outline.set("created", created)
        pagePhrase = SitePhrase("custom-content", element: outline.node)
    }
}
