package import ConfluenceModel

/// A page that was made up, with all that hangs on it.
package struct GeneratedPage: Sendable, Hashable {
    /// How far below the space's home page it lies; its parent is the last page before it that is one step higher.
    package var depth: Int
    package var title: String
    /// In storage format.
    package var body: String
    /// The words of the body, as they are looked for.
    package var text: String
    package var labels: [String]
    package var viewers: [Subject]
    package var attachments: [AttachmentDefinition]
    package var comments: [String]
    /// A user's name; `nil` where no users were made up.
    package var creator: String?
}
