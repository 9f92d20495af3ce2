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
}

extension Resource {
    static let systemInfo = Resource(demand: anyAccount) { _, _ in .system(.info) }

    static let serverInformation = Resource(demand: anyAccount) { _, _ in .system(.server) }

    /// Whether the site takes changes.
    static let accessMode = Resource { _, world in .system(.accessMode(isReadOnly: world.settings.readOnly)) }
}
