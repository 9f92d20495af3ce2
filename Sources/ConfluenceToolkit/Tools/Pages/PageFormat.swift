import ConfluenceClient
import ConfluenceWire

/// The representations of a page's body that a read can ask for.
enum PageFormat: String, Sendable, Hashable, CaseIterable {
    case view
    case storage
    case exportView = "export_view"
    case editor
    case anonymous
    case styledView = "styled_view"
    case atlasDocFormat = "atlas_doc_format"

    static let words = allCases.map(\.rawValue)

    /// The name under `body` in requests and answers.
    var representation: String {
        self == .anonymous ? "anonymous_export_view" : rawValue
    }

    /// The body's text in an answer.
    func content(of page: JSON) throws(ClientError) -> JSON {
        try page.item("body", representation, "value")
    }
}

/// A page as the reading tools show it.
struct PageDocument: Sendable, Hashable {
    var id: JSON
    var title: JSON
    var link: String
    /// Markdown, unless the format is a document of its own.
    var text: String
}
