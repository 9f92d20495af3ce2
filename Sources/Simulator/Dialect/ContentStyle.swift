import ConfluenceModel
import ConfluenceStore

/// What a dialect's content has, and what its answers name without ever showing it.
struct ContentStyle: Sendable {
    /// The forms of bodies that answers name.
    var bodies: [BodyFormat]
    /// What may lie below a page, in the order in which it is named.
    var childKinds: [ContentKind]
    /// Parts that answers name as expandable although asking for them gives nothing.
    var unexpanded: [String]
    /// Whether content and versions carry Cloud's further members, such as resource names.
    var hasResourceNames: Bool
    /// The path below which versions have their own addresses.
    var versionRoot: String
    /// The largest `start` that lists take.
    var furthestStart: Int?
    /// Whether expanding a space's permissions fails for who does not administer the site.
    ///
    /// Source: CONFSERVER-99908 (“several” releases), by github.com/elastic/connectors/pull/4041.
    var guardsSpacePermissions: Bool
    /// The smallest `limit` that lists of labels take.
    var fewestLabels: Int
    /// Whether a long task says beside its percentage that it is finished.
    var tasksSayWhetherFinished: Bool
    /// Whether the description of a space says that nothing is embedded in it.
    var descriptionsSayWhatTheyEmbed: Bool

    /// Source: Cloud's v1 description with the fields that sites send beyond it.
    static let cloud = ContentStyle(
        bodies: [
            .editor, .atlasDocFormat, .view, .exportView, .styledView, .storage, .editor2, .anonymousExportView,
        ],
        childKinds: [.attachment, .comment, .page, .folder, .whiteboard, .database, .embed],
        unexpanded: ["schedulePublishDate", "schedulePublishInfo"],
        hasResourceNames: true,
        versionRoot: "/rest/api/content",
        furthestStart: 100_000,
        guardsSpacePermissions: false,
        fewestLabels: 1,
        tasksSayWhetherFinished: true,
        descriptionsSayWhatTheyEmbed: true)

    /// Source: Data Center's description, 10.0.
    static let dataCenter = ContentStyle(
        bodies: [.editor, .view, .exportView, .styledView, .storage, .anonymousExportView],
        childKinds: [.attachment, .comment, .page],
        unexpanded: [],
        hasResourceNames: false,
        versionRoot: "/rest/experimental/content",
        furthestStart: nil,
        guardsSpacePermissions: true,
        fewestLabels: 0,
        tasksSayWhetherFinished: false,
        descriptionsSayWhatTheyEmbed: false)
}
