package import ConfluenceModel

/// One row of a space's permission table: one operation for one subject.
package struct SpacePermissionRecord: Sendable, Hashable {
    package var spaceID: Int64
    package var subject: Subject
    package var operation: SpaceOperation
}
