/// Something that a run is about to create on a site, as it is noted beforehand.
package struct Creation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The marked page below which everything else is.
        case scratchPage = "scratch-page"
        case page
        case blogPost = "blog-post"
        case comment
        case attachment

        /// Whether it outlives what it hangs on, and so is removed by itself.
        package var isRemovedByItself: Bool { self == .scratchPage || self == .page || self == .blogPost }
    }

    package var kind: Kind
    package var title: String?
    /// The id of what it is below or hangs on.
    package var parent: String?

    package init(kind: Kind, title: String? = nil, parent: String? = nil) {
        self.kind = kind
        self.title = title
        self.parent = parent
    }
}
