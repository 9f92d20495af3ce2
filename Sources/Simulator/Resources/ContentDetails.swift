import ConfluenceModel
import ConfluenceStore

/// A piece of content with the parts of it that were asked for.
struct ContentDetails: Sendable {
    var record: ContentRecord
    var expansion: Expansion
    var bodies: [BodyFormat: String] = [:]
    var space: SpaceDetails?
    var ancestors: [ContentDetails]?
    var labels: [LabelRecord]?
    /// Newest first.
    var versions: [VersionRecord]?
    var container: Container?
    var children: [ContentKind: Rows<ContentDetails>] = [:]
    var descendants: [ContentKind: Rows<ContentDetails>] = [:]
    var restrictions: [RestrictedOperation: [NamedSubject]]?
    var operations: Set<ContentOperation>?
    var properties: [PropertyRecord]?
    /// Those who did so first in front.
    var likers: [AccountRecord]?
    /// Whether it is one of the caller's favourites.
    var isFavourite: Bool?
    /// What a comment shows beyond other content.
    var comment: CommentDetails?
    /// Whether something of a kind lies below, for the kinds that were asked for.
    var childTypes: [ContentKind: Bool]?
    /// What lies right below, of every kind, in few words.
    var directChildren: [ContentRecord]?
    /// Whether it is an old version that is shown.
    var isHistorical = false

    init(_ record: ContentRecord, expansion: Expansion = Expansion()) {
        self.record = record
        self.expansion = expansion
    }

    /// What holds a piece of content: a space holds pages, a page its attachments and comments.
    enum Container: Sendable {
        case space(SpaceRecord)
        indirect case content(ContentDetails)
    }
}

/// The forms in which Confluence gives a body; the raw values are its own.
enum BodyFormat: String, Sendable, Hashable, CaseIterable {
    case storage
    case view
    case exportView = "export_view"
    case styledView = "styled_view"
    case anonymousExportView = "anonymous_export_view"
    case editor
    case editor2
    case atlasDocFormat = "atlas_doc_format"
    /// What only the app can read that made the content.
    case raw
}

/// A space with the parts of it that were asked for.
struct SpaceDetails: Sendable {
    var record: SpaceRecord
    var expansion = Expansion()
    var homepage: Homepage?
    var operations: Set<SpaceOperation>?
    var permissions: [NamedPermission]?
    /// Its own, not those of its content.
    var labels: [LabelRecord]?
    var properties: [PropertyRecord]?
    /// Who has which role in it.
    var assignments: [NamedAssignment]?

    /// The page that a space opens with.
    indirect enum Homepage: Sendable {
        case page(ContentDetails)
    }
}
