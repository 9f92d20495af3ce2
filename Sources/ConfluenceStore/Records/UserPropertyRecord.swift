package import struct Foundation.Date

/// What a client keeps of an account under a key.
package struct UserPropertyRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var key: String
    /// As JSON text.
    package var value: String
    package var createdAt: Date
    package var modifiedAt: Date
}
