/// Why a text is no Atlassian document that Confluence would take, and where.
package struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    /// The way to the node: `content[2].content[0]`, empty for the document itself.
    package var place: String

    package var description: String { place.isEmpty ? message : "\(message) at \(place)" }
}
