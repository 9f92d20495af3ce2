package import struct Foundation.Date

/// A property: JSON that an app keeps on content or on a space.
package struct PropertyRecord: Sendable, Hashable, Identifiable {
    /// A number that no content and no space has.
    package var id: Int64
    package var key: String
    /// The value as JSON text.
    package var value: String
    package var createdAt: Date
    package var creator: AccountRecord
    package var version: VersionRecord
}

/// What a property is kept on.
package enum PropertyOwner: Sendable, Hashable {
    case content(Int64)
    case space(Int64)
}
