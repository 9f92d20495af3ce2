package import ConfluenceModel

/// What a site must hold once a step is done.
package enum SiteEffect: Sendable, Hashable {
    case page(PageEffect)
    case search(SearchEffect)
    case space(SpaceEffect)

    package enum PageReference: Sendable, Hashable, CustomStringConvertible {
        case id(Int64)
        case title(String, space: String)

        package var description: String {
            switch self {
            case .id(let id): "page \(id)"
            case .title(let title, let space): "page “\(title)” in \(space)"
            }
        }
    }

    /// A page, blog post or its absence; a draft and one in the trash count as absent unless the status is asked for.
    package struct PageEffect: Sendable, Hashable {
        package var page: PageReference
        package var exists = true
        package var title: String?
        /// All labels of the page, in any order.
        package var labels: [String]?
        package var bodyContains: [String] = []
        package var bodyLacks: [String] = []
        /// In storage format.
        package var bodyEquals: String?
        package var version: CountBounds?
        /// The id or the title of the page right above.
        package var parent: String?
        package var status: ContentStatus?
        /// The names of all files, in any order.
        package var attachments: [String]?
        package var comments: CountBounds?
        /// The titles of all pages right below, in any order.
        package var children: [String]?
        package var isRestricted: Bool?

        package init(page: PageReference) {
            self.page = page
        }
    }

    /// What a CQL query must find.
    package struct SearchEffect: Sendable, Hashable {
        package var cql: String
        package var count: CountBounds?
        /// The titles of all that is found, in any order.
        package var titles: [String]?

        package init(cql: String) {
            self.cql = cql
        }
    }

    /// A space or its absence.
    package struct SpaceEffect: Sendable, Hashable {
        package var key: String
        package var exists = true
        package var pages: CountBounds?

        package init(key: String) {
            self.key = key
        }
    }

    /// What is looked at, for the title of a step: `page 98305`.
    package var title: String {
        switch self {
        case .page(let effect): effect.page.description
        case .search(let effect): effect.cql
        case .space(let effect): "space \(effect.key)"
        }
    }
}
