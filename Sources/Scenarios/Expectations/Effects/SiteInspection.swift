package import ConfluenceModel

/// What a site holds at a moment, as its administrator could look it up: no fault meets it, and no journal tells of it.
package struct SiteInspection: Sendable {
    package var page: @Sendable (SiteEffect.PageReference) async throws -> PageState?
    /// What a query finds, at most so many, and how many there are in all.
    package var search: @Sendable (_ cql: String, _ limit: Int) async throws -> FoundPages
    package var space: @Sendable (_ key: String) async throws -> SpaceState?

    package init(
        page: @escaping @Sendable (SiteEffect.PageReference) async throws -> PageState?,
        search: @escaping @Sendable (_ cql: String, _ limit: Int) async throws -> FoundPages,
        space: @escaping @Sendable (_ key: String) async throws -> SpaceState?
    ) {
        self.page = page
        self.search = search
        self.space = space
    }

    /// That of a site on which there is nothing.
    package static let none = SiteInspection(
        page: { _ in nil }, search: { _, _ in FoundPages(total: 0, titles: []) }, space: { _ in nil })

    /// A page or blog post with what hangs on it.
    package struct PageState: Sendable, Hashable {
        package var id: Int64
        package var title: String
        package var space: String
        package var status: ContentStatus
        package var version: Int
        package var parentID: Int64?
        package var parentTitle: String?
        package var labels: [String]
        /// In storage format.
        package var body: String
        package var attachments: [String]
        package var commentCount: Int
        /// The titles of the pages right below.
        package var children: [String]
        /// Whether viewing or editing is restricted on the page itself.
        package var isRestricted: Bool

        package init(
            id: Int64, title: String, space: String, status: ContentStatus = .current, version: Int = 1,
            parentID: Int64? = nil, parentTitle: String? = nil, labels: [String] = [], body: String = "",
            attachments: [String] = [], commentCount: Int = 0, children: [String] = [], isRestricted: Bool = false
        ) {
            self.id = id
            self.title = title
            self.space = space
            self.status = status
            self.version = version
            self.parentID = parentID
            self.parentTitle = parentTitle
            self.labels = labels
            self.body = body
            self.attachments = attachments
            self.commentCount = commentCount
            self.children = children
            self.isRestricted = isRestricted
        }
    }

    package struct FoundPages: Sendable, Hashable {
        package var total: Int
        package var titles: [String]

        package init(total: Int, titles: [String]) {
            self.total = total
            self.titles = titles
        }
    }

    package struct SpaceState: Sendable, Hashable {
        package var key: String
        /// The current ones.
        package var pageCount: Int

        package init(key: String, pageCount: Int) {
            self.key = key
            self.pageCount = pageCount
        }
    }
}
