import Documents
public import Testing

/// A comment on a ``Page``; Swift Testing has the name `Comment` already.
public struct PageComment: PagePart {
    public let pagePhrase: SitePhrase

    /// - Parameters:
    ///   - body: In storage format.
    ///   - author: A user's name; who made the page when it is left out.
    ///   - created: A moment such as `2026-01-31T09:00:00Z`.
    ///   - about: The text of the page that an inline comment is about; none makes a footer comment.
    ///   - occurrence: Which of that text's places is meant, counted from 1.
    public init(
        _ body: String,
        id: Int64? = nil,
        by author: String? = nil,
        created: String? = nil,
        about: String? = nil,
        occurrence: Int? = nil,
        resolved: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<Reply> replies: () -> [Reply] = { [] }
    ) {
        var outline = SiteOutline(comment: body, id: id, by: author, created: created, at: sourceLocation)
        outline.set("about", about)
        outline.set("occurrence", occurrence.map(Int64.init))
        outline.set("resolved", resolved)
        outline.add(replies().map(\.phrase))
        pagePhrase = SitePhrase("comments", element: outline.node)
    }
}

/// An answer to a ``PageComment``, or to another answer.
public struct Reply: Sendable {
    let phrase: SitePhrase

    /// - Parameters:
    ///   - body: In storage format.
    ///   - author: A user's name; who wrote what is answered when it is left out.
    ///   - created: A moment such as `2026-01-31T09:00:00Z`.
    public init(
        _ body: String,
        id: Int64? = nil,
        by author: String? = nil,
        created: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<Reply> replies: () -> [Reply] = { [] }
    ) {
        var outline = SiteOutline(comment: body, id: id, by: author, created: created, at: sourceLocation)
        outline.add(replies().map(\.phrase))
        phrase = SitePhrase("replies", element: outline.node)
    }
}

extension SiteOutline {
    /// What comments and answers to them share.
    fileprivate init(comment body: String, id: Int64?, by author: String?, created: String?, at place: SourceLocation) {
        self.init(at: place)
        set("id", id)
        set("body", body)
        set("author", author)
        set("created", created)
    }
}
