/// A page or its absence, read back from the site by its administrator.
package struct SiteEffect: Sendable, Hashable {
    package var page: PageReference
    package var exists: Bool
    package var title: String?
    /// All labels of the page, in any order.
    package var labels: [String]?
    package var bodyContains: [String]
    package var bodyLacks: [String]
    package var version: Int64?
    package var parent: String?

    package enum PageReference: Sendable, Hashable {
        case id(String)
        case title(String, space: String)
    }
}
