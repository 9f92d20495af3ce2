/// Where on a site a run may write: one space, and in it what lies below one marked page.
package struct ScratchArea: Sendable, Hashable {
    package var spaceKey: String
    package var spaceID: String
    /// The id of the marked page.
    package var parentID: String
    /// What the marked page's title ends with, and what titles of blog posts must hold.
    package var mark: String

    package init(spaceKey: String, spaceID: String, parentID: String, mark: String) {
        self.spaceKey = spaceKey
        self.spaceID = spaceID
        self.parentID = parentID
        self.mark = mark
    }

    /// The title of the page below which a run writes.
    package static func title(for mark: String) -> String { "confluence-doctor scratch \(mark)" }
}
