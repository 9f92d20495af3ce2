package import ConfluenceModel

package import struct Foundation.Date

/// A space; its id comes from the same numbers as the content's.
package struct SpaceRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var key: String
    package var name: String
    package var description: String
    package var kind: SpaceDefinition.Kind

    /// What a space of everybody is used for, where somebody chose that: one of ``uses``.
    package var use: String?
    package var isArchived: Bool
    package var homepageID: Int64?

    /// Whether viewing the home page is restricted, on itself or above it.
    package var isHomepageGuarded: Bool
    package var createdAt: Date
    package var creator: AccountRecord?

    /// What spaces of everybody may be used for; the words are Cloud's types.
    package static let uses = ["global", "collaboration", "knowledge_base"]

    /// Under which the use stands among the settings of a space.
    package static let useSetting = "type"

    /// Under which the level for content without one of its own stands among the settings of a space.
    package static let classificationSetting = "classification"

    /// The type that clients are told.
    package var typeName: String { use ?? kind.rawValue }
}
