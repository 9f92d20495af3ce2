package import ConfluenceModel

/// A page that was made up, with all that hangs on it.
package struct GeneratedPage: Sendable, Hashable {
    /// How far below the space's home page it lies; its parent is the last page before it that is one step higher.
    package var depth: Int
    package var title: String
    package var body: GeneratedBody
    package var labels: [String]
    package var viewers: [Subject]
    package var attachments: [AttachmentDefinition]
    package var comments: [GeneratedBody]
    /// A user's name; `nil` where no users were made up.
    package var creator: String?
}

/// A body that was made up, with what is known of it without reading it again.
package struct GeneratedBody: Sendable, Hashable {
    /// In storage format.
    package var storage = ""
    /// The words in it, as they are looked for.
    package var text = ""
    /// The names of the macros in it, each once.
    package var macros: [String] = []
}
