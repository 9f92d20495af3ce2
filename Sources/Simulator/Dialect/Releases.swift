import ConfluenceModel

/// The releases of Data Center that have something; Cloud has no releases, and no bounds.
struct Releases: Sendable, Hashable {
    /// The first release that has it; `nil` where it has been there as long as anybody asks about.
    var since: ProductVersion?
    /// The first release that no longer has it.
    var until: ProductVersion?

    static let all = Releases()

    func contain(_ version: ProductVersion) -> Bool {
        if let since, version < since { return false }
        if let until, version >= until { return false }
        return true
    }

    /// When it came or went, for people: `came with 9.1.0`.
    var words: String {
        let parts = [since.map { "came with \($0)" }, until.map { "went with \($0)" }].compactMap(\.self)
        return parts.isEmpty ? "is in all releases" : parts.joined(separator: " and ")
    }
}

extension Route {
    /// The same route, in Data Center from that release on.
    func since(_ major: Int, _ minor: Int = 0) -> Route {
        var route = self
        route.releases.since = ProductVersion(major, minor)
        return route
    }

    /// The same route, in Data Center before that release.
    func until(_ major: Int, _ minor: Int = 0) -> Route {
        var route = self
        route.releases.until = ProductVersion(major, minor)
        return route
    }

    /// The same route, of which not all is simulated: says what the real one does beyond it.
    func partly(_ lacks: String) -> Route {
        var route = self
        route.lacks = lacks
        return route
    }
}
