import GRDB

/// How much there is on a site.
package struct SiteCounts: Sendable, Hashable {
    package var pages: Int
    package var spaces: Int
    package var users: Int
}

extension StoreReader {
    /// Current pages, all spaces, and the accounts that may log in.
    package func counts() throws -> SiteCounts {
        func count(_ rows: String) throws -> Int { try one("SELECT count(*) FROM \(rows)", []) { $0[0] } ?? 0 }
        return SiteCounts(
            pages: try count("content WHERE kind = 'page' AND status = 'current'"), spaces: try count("spaces"),
            users: try count("users WHERE isActive"))
    }
}
