package import ConfluenceModel

/// What a content restriction keeps people from; the raw values are Confluence's.
package enum RestrictedOperation: String, Sendable, Hashable, CaseIterable {
    case view = "read"
    case edit = "update"
}

/// All whom one operation on a piece of content is kept to.
package struct RestrictionRecord: Sendable, Hashable {
    package var contentID: Int64
    package var contentTitle: String
    package var operation: RestrictedOperation
    package var subjects: [Subject]
}
