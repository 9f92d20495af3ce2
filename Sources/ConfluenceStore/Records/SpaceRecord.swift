package import ConfluenceModel

package import struct Foundation.Date

/// A space; its id comes from the same numbers as the content's.
package struct SpaceRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var key: String
    package var name: String
    package var description: String
    package var kind: SpaceDefinition.Kind
    package var isArchived: Bool
    package var homepageID: Int64?

    /// Whether viewing the home page is restricted, on itself or above it.
    package var isHomepageGuarded: Bool
    package var createdAt: Date
    package var creator: AccountRecord?
}
