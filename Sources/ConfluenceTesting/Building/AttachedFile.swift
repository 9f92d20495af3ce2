import Foundation
public import Testing

/// An attachment of a ``Page``; Swift Testing has the name `Attachment` already.
public struct AttachedFile: PagePart {
    public let pagePhrase: SitePhrase

    public init(
        _ name: String,
        text: String,
        mediaType: String = "text/plain",
        comment: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        self.init(name, ("text", text), mediaType, comment, sourceLocation)
    }

    public init(
        _ name: String,
        content: some Sequence<UInt8>,
        mediaType: String = "application/octet-stream",
        comment: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        self.init(name, ("base64", Data(content).base64EncodedString()), mediaType, comment, sourceLocation)
    }

    private init(
        _ name: String,
        _ content: (key: String, value: String),
        _ mediaType: String,
        _ comment: String?,
        _ place: SourceLocation
    ) {
        var outline = SiteOutline(at: place)
        outline.set("name", name)
        outline.set("media-type", mediaType)
        outline.set(content.key, content.value)
        outline.set("comment", comment)
        pagePhrase = SitePhrase("attachments", element: outline.node)
    }
}
