package import ConfluenceModel

/// One row of a space's permission table: one operation for one subject.
package struct SpacePermissionRecord: Sendable, Hashable {
    package var spaceID: Int64
    package var subject: Subject
    package var operation: SpaceOperation
    /// The role that allows it; `nil` for what is granted by itself.
    package var role: String?

    package init(spaceID: Int64, subject: Subject, operation: SpaceOperation, role: String? = nil) {
        self.spaceID = spaceID
        self.subject = subject
        self.operation = operation
        self.role = role
    }

    /// The number under which the API knows the row; the same row always has the same.
    package var id: Int64 {
        let digits = StableID.hexadecimal("permission", String(spaceID), subject.key, operation.rawValue)
        return Int64(digits.prefix(12), radix: 16) ?? 0
    }
}
