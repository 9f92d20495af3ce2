import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What the routes about the site itself answer.
enum SystemAnswer: Sendable {
    /// Cloud's system info.
    case info
    /// Data Center's release and build.
    case server
    case accessMode(isReadOnly: Bool)
    case metrics(SiteCounts)
}

extension Resource {
    static let systemInfo = Resource(demand: anyAccount) { _, _ in .system(.info) }

    static let serverInformation = Resource(demand: anyAccount) { _, _ in .system(.server) }

    /// How much there is on the site, for who looks after it.
    static let instanceMetrics = Resource.reading(siteAdministration) { _, store, _ in
        .system(.metrics(try store.counts()))
    }

    /// Whether the site takes changes.
    static let accessMode = Resource { _, world in .system(.accessMode(isReadOnly: world.settings.readOnly)) }
}
