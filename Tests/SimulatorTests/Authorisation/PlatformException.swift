/// Where what is listed and what really happens differ, for a reason that is Confluence's or the simulator's own.
///
/// The agreement tests look for nothing else; each line says what they leave out.
enum PlatformException {
    /// A deactivated account's credential is no credential: Data Center's Bearer tokens, and Cloud's Basic where visitors
    /// are let in, go on as a visitor's. (wire facts 1.1 and 1.3, observed)
    static let deactivatedGoesOnAsVisitor = true

    /// Listed for content, and done by no endpoint of the simulator: on Data Center, for blog posts, or nowhere.
    static let withoutEndpoint: Set<String> = ["copy", "archive", "export", "move"]

    /// Done by an endpoint, and named in no list of operations: labels go by the right to edit.
    static let unlisted: Set<String> = ["label"]

    /// What lies in the trash is listed nowhere; purging it is compared with the verdict alone.
    static let onlyWithVerdict: Set<String> = ["purge"]

    /// Data Center's lists name reading, editing, deleting, commenting and attaching, and nothing else.
    static let dataCenterLists: Set<String> = ["read", "update", "delete", "comment", "attach"]
}
