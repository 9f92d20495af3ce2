import Documents
public import Testing

/// How much a ``Site`` has beside what is spelled out: made up, believable, and equal for an equal seed.
public struct Size: SitePart {
    public let sitePhrase: SitePhrase

    /// - Parameters:
    ///   - pages: All pages, the made-up spaces' home pages too.
    ///   - depth: How many pages lie on the longest line from a home page down.
    ///   - labels: How many there are to choose from.
    ///   - restrictions: How many pages only a group may view.
    public init(
        pages: Int,
        spaces: Int? = nil,
        depth: Int? = nil,
        attachments: Int? = nil,
        comments: Int? = nil,
        labels: Int? = nil,
        users: Int? = nil,
        groups: Int? = nil,
        restrictions: Int? = nil,
        seed: Int = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("pages", Int64(pages))
        let counts = [
            "spaces": spaces, "depth": depth, "attachments": attachments, "comments": comments, "labels": labels,
            "users": users, "groups": groups, "restrictions": restrictions, "seed": seed,
        ]
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) { outline.set(key, count.map(Int64.init)) }
        sitePhrase = SitePhrase("size", outline.node)
    }
}
