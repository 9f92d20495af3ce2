import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// What a search found, with what the next page is asked by.
struct SearchAnswer: Sendable {
    var hits: [Hit]
    var total: Int
    var paging: Paging
    var query: String
    /// The cursor that was sent, and that of the next page; both `nil` in a dialect without cursors.
    var cursor: String?
    var nextCursor: String?
    var hasMore: Bool
    /// Whether rows are content themselves, as `/content/search` has them.
    var isContentOnly: Bool
    var excerpt: ExcerptStyle?
    /// What links to this and other pages repeat of the request.
    var repeated: [QueryItem]
    var expand: [QueryItem]
    /// When the search was made, for dates that are told as a distance.
    var now: Date

    struct Hit: Sendable {
        var found: SearchHit
        var details: ContentDetails?
        var space: SpaceDetails?
        /// The content that holds a comment or an attachment.
        var container: ContentRecord?
    }
}

/// What the excerpt of a row is; values that are none of these leave it empty.
enum ExcerptStyle: String, Sendable {
    case highlight
    case indexed
    case none
    case highlightUnescaped = "highlight_unescaped"
    case indexedUnescaped = "indexed_unescaped"

    /// How many characters an excerpt has that begins where the text begins.
    private static let indexedLength = 50

    /// The text that a row shows.
    ///
    /// - Parameters:
    ///   - marked: Text around the words that were searched for, marked.
    ///   - beginning: How the text begins.
    func text(marked: String, beginning: String) -> String {
        switch self {
        case .highlight: RefusalWriter.escaped(marked)
        case .highlightUnescaped: marked
        case .indexed: RefusalWriter.escaped(String(beginning.prefix(Self.indexedLength)))
        case .indexedUnescaped: String(beginning.prefix(Self.indexedLength))
        case .none: ""
        }
    }
}
