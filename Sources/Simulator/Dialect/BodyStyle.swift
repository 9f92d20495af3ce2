import StorageFormat

/// How a dialect takes and shows the bodies of pages.
struct BodyStyle: Sendable {
    /// What stands before a body when it is parsed, and counts in the places that refusals tell.
    var header: StorageHeader
    /// The representations that a client may send.
    var accepted: Set<String>

    private static let everywhere: Set<String> = ["storage", "editor", "editor2", "view", "wiki"]

    static let cloud = BodyStyle(header: .cloud, accepted: everywhere)
    static let dataCenter = BodyStyle(header: .dataCenter, accepted: everywhere)
}
