/// Why somebody may not do something, found by a ``Hearing``.
struct Objection: Sendable, Hashable {
    var ground: Ground
    /// For the journal.
    var words: String

    enum Ground: Sendable, Hashable {
        /// The space may not be viewed, so nothing in it may be known of.
        case spaceHidden
        /// A restriction of the content or one above it leaves the caller out.
        case contentHidden
        /// The content may be viewed, but not this be done.
        case restricted
        case permissionMissing
    }

    /// Whether the answer must not tell that the thing exists.
    var hides: Bool { ground == .spaceHidden || ground == .contentHidden }
}
