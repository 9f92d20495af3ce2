import ConfluenceModel

/// Reads which release of Confluence a text names, and whether what was asked for is younger than it.
enum ReleaseReader {
    // No boundary of a word stands between the digits and what a version goes on with.
    private static let release = Pattern(
        /(?:^|[^a-z])(?:confluence|wiki)(?: (?:server|data center|dc|version|release|v|is|is on|runs|still|at|on))*[ \/:v"'=-]{1,3}([1-9])\.(\d{1,2})(?!\d)/
    )

    static func clue(in text: FoldedText) -> Clue? {
        // Only what a site hasn't is told apart by its age.
        guard
            text.holds("404") || text.holds("null for uri") || text.holds("not found") || text.holds("no such method"),
            text.holds("/rest/api") || text.holds("rest api"), let found = oldest(in: text)
        else { return nil }
        return Clue(
            name: "release-without-api", strength: .stated, shares: [.olderRelease: 0.95, .basePath: 0.05],
            meaning: "a release before 5.5 is named, which has no REST API for content", range: found, isStatus: false,
            trust: 1)
    }

    /// Where a release before 5.5 is named, if all that are named are so old.
    private static func oldest(in text: FoldedText) -> Range<Int>? {
        let words = String(decoding: text.bytes, as: UTF8.self)
        let named = release.all(in: words) { match in
            (match.0.startIndex..<match.0.endIndex, (Int(match.1) ?? 0) * 100 + (Int(match.2) ?? 0))
        }
        guard let first = named.first, named.allSatisfy({ $0.1 < firstWithAPI }) else { return nil }
        let start = words.utf8.distance(from: words.startIndex, to: first.0.lowerBound)
        return start..<words.utf8.distance(from: words.startIndex, to: first.0.upperBound)
    }

    /// 5.5.
    private static let firstWithAPI = 505
}
